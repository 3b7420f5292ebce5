package io.hybridanomaly.ui.data;

import io.hybridanomaly.importing.text.CsvSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The series that come with the application; sources and licences stand beside the files. */
enum SampleSeries {
  TAXI(
      "nyc-taxi.csv",
      "Taxi passengers, New York",
      "Passengers every 30 minutes; a marathon, holidays and a snow storm are in it."
          + " Numenta Anomaly Benchmark, MIT licence."),
  TEMPERATURE(
      "office-temperature.csv",
      "Office temperature",
      "Hourly temperature in °F until the system failed."
          + " Numenta Anomaly Benchmark, MIT licence."),
  LATENCY(
      "server-latency.csv",
      "Server request latency",
      "Every 5 minutes, ending in a failure. Numenta Anomaly Benchmark, MIT licence."),
  COVID(
      "covid-lombardy-altered.csv",
      "COVID-19 cases, Lombardy (altered)",
      "Daily new cases. The leading digits of 150 days were changed on purpose, to show what"
          + " Benford's law finds. Dipartimento della Protezione Civile, CC BY 4.0, values changed.");

  private final String file;
  private final String title;
  private final String description;

  SampleSeries(String file, String title, String description) {
    this.file = file;
    this.title = title;
    this.description = description;
  }

  String title() {
    return title;
  }

  /** What it is, where it is from, under which licence, and whether it was altered. */
  String description() {
    return description;
  }

  /** The bytes of the file, read through the same path as an upload. */
  CsvSource source() {
    return new Resource(file);
  }

  private record Resource(String name) implements CsvSource {

    @Override
    public InputStream open() throws IOException {
      InputStream in = SampleSeries.class.getResourceAsStream("/samples/" + name);
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return in;
    }
  }
}
