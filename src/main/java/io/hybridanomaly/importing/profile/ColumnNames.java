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

  static boolean soundsLikeLabel(String name) {
    return anyWord(name, LABEL_WORDS);
  }

  static boolean soundsLikeId(String name) {
    return anyWord(name, ID_WORDS);
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
