package io.hybridanomaly.importing.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a header says about the meaning of its column. */
final class ColumnNames {

  private static final Set<String> DATE_WORDS =
      Set.of(
          "date",
          "dates",
          "datetime",
          "time",
          "timestamp",
          "ts",
          "ds",
          "dt",
          "datum",
          "zeit",
          "zeitpunkt",
          "zeitstempel",
          "uhrzeit",
          "tag",
          "fecha",
          "hora",
          "data",
          "dia",
          "jour",
          "heure",
          "day",
          "month",
          "monat",
          "mes",
          "mois",
          "mese",
          "maand",
          "miesiac",
          "year",
          "jahr",
          "año",
          "ano",
          "année",
          "annee",
          "anno",
          "jaar",
          "period",
          "periode",
          "quarter",
          "quartal",
          "week",
          "woche",
          "epoch",
          "unix",
          "clock",
          "utc",
          "when",
          "stamp",
          "instant",
          "tijd",
          "czas");

  /** Parts long enough to mean a date inside a word written without marks, as in "saledate". */
  private static final List<String> DATE_PARTS =
      List.of("datetime", "timestamp", "date", "datum", "fecha", "zeitstempel", "epoch");

  private static final Set<String> YEAR_WORDS =
      Set.of("year", "jahr", "año", "ano", "année", "annee", "anno", "jaar", "yr", "fy");

  private static final Set<String> VALUE_WORDS =
      Set.of(
          "value",
          "values",
          "val",
          "wert",
          "messwert",
          "valeur",
          "valor",
          "valore",
          "waarde",
          "y",
          "amount",
          "betrag",
          "umsatz",
          "total",
          "count",
          "sales",
          "price",
          "close",
          "measurement",
          "reading",
          "target",
          "metric",
          "cnt");

  private static final Set<String> METER_WORDS =
      Set.of(
          "energy",
          "kwh",
          "wh",
          "mwh",
          "meter",
          "metre",
          "counter",
          "cumulative",
          "cum",
          "total",
          "volume",
          "distance",
          "odometer",
          "deaths",
          "cases",
          "confirmed",
          "sum",
          "balance",
          "saldo",
          "stand",
          "zählerstand",
          "energie",
          "consumption",
          "yield",
          "production",
          "m³",
          "km",
          "population",
          "gdp",
          "index",
          "level",
          "temperature",
          "pressure",
          "price",
          "temp");

  private static final Set<String> ENTITY_WORDS =
      Set.of(
          "store",
          "shop",
          "sensor",
          "device",
          "station",
          "entity",
          "series",
          "metric",
          "variable",
          "parameter",
          "location",
          "loc",
          "country",
          "region",
          "state",
          "symbol",
          "ticker",
          "channel",
          "item",
          "product",
          "sku",
          "node",
          "host",
          "instance",
          "site",
          "tag",
          "name",
          "id",
          "meter",
          "zone",
          "area",
          "city",
          "province",
          "category",
          "dept",
          "department",
          "family",
          "code",
          "iso",
          "entität",
          "gebiet",
          "land",
          "filiale",
          "standort",
          "indicator",
          "indicateur",
          "unit",
          "machine",
          "house",
          "household",
          "customer",
          "asset",
          "point",
          "measure",
          "type",
          "geo",
          "subject",
          "pollutant",
          "species",
          "field",
          "topic",
          "brand",
          "currency",
          "stn",
          "ort");

  private static final Set<String> SOURCE_WORDS =
      Set.of(
          "sensor",
          "device",
          "station",
          "entity",
          "series",
          "metric",
          "variable",
          "parameter",
          "channel",
          "node",
          "host",
          "instance",
          "symbol",
          "ticker",
          "tag",
          "topic",
          "machine",
          "site",
          "meter",
          "pollutant",
          "measurement");

  private static final Set<String> LABEL_WORDS =
      Set.of(
          "label",
          "labels",
          "anomaly",
          "anomalies",
          "anomalous",
          "outlier",
          "is_anomaly",
          "truth",
          "class",
          "fraud",
          "flag",
          "attack",
          "fault");

  private static final Set<String> ID_WORDS =
      Set.of(
          "id",
          "ids",
          "index",
          "idx",
          "nr",
          "no",
          "num",
          "row",
          "rowid",
          "key",
          "uuid",
          "code",
          "zip",
          "plz",
          "lat",
          "lon",
          "lng",
          "latitude",
          "longitude",
          "#",
          "unnamed");

  /** What is numbered rather than measured; in the plural these are counts. */
  private static final Set<String> NUMBERED_WORDS =
      Set.of(
          "id",
          "account",
          "acct",
          "konto",
          "kostenstelle",
          "customer",
          "kunde",
          "vendor",
          "supplier",
          "lieferant",
          "invoice",
          "rechnung",
          "beleg",
          "document",
          "doc",
          "article",
          "artikel",
          "sku",
          "zip",
          "plz",
          "phone");

  private ColumnNames() {}

  static boolean soundsLikeDate(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return anyWord(name, DATE_WORDS) || DATE_PARTS.stream().anyMatch(lower::contains);
  }

  static boolean soundsLikeYear(String name) {
    return anyWord(name, YEAR_WORDS);
  }

  static boolean soundsLikeValue(String name) {
    return anyWord(name, VALUE_WORDS);
  }

  /** Whether a name means something that is counted up, such as the energy at a meter. */
  static boolean soundsLikeMeter(String name) {
    return anyWord(name, METER_WORDS);
  }

  /** Whether a name means one of several things that are measured, such as a store. */
  static boolean soundsLikeEntity(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return anyWord(name, ENTITY_WORDS) || ENTITY_WORDS.contains(lower);
  }

  /** Whether a name means a source of measurements, each with a time of its own. */
  static boolean soundsLikeSource(String name) {
    return anyWord(name, SOURCE_WORDS);
  }

  /** Whether the file gives no name and the column's number stands for it. */
  static boolean isUnnamed(String name) {
    return name.matches("column \\d+");
  }

  static boolean soundsLikeLabel(String name) {
    return anyWord(name, LABEL_WORDS);
  }

  static boolean soundsLikeId(String name) {
    return anyWord(name, ID_WORDS);
  }

  /** Whether whole numbers under a name tell things apart, such as accounts. */
  static boolean soundsLikeNumbered(String name) {
    return anyWord(name, NUMBERED_WORDS) && !soundsLikeValue(name);
  }

  private static boolean anyWord(String name, Set<String> words) {
    // Also cut between a small and a capital letter, as in "saleDate".
    String[] parts =
        name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
            .toLowerCase(Locale.ROOT)
            .split("[^\\p{L}#]+");
    return Arrays.stream(parts).anyMatch(words::contains);
  }
}
