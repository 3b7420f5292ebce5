package io.hybridanomaly.api;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.TableLimits;
import io.hybridanomaly.cli.DetectFields;
import io.hybridanomaly.cli.UsageException;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.jobs.JobRates;
import io.hybridanomaly.jobs.JobRefusedException;
import io.hybridanomaly.jobs.JobState;
import io.hybridanomaly.jobs.UnattendedJobs;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.store.SentFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Detections that programs have sent: the file and the fields are kept with the job, and read again
 * for the result, which then has all that the command line writes.
 */
final class SentDetections {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<LinkedHashMap<String, List<String>>> FIELDS =
      new TypeReference<>() {};

  /** All programs have the same token, and are one visitor to the queue. */
  static final String VISITOR = "api";

  private final UnattendedJobs jobs;
  private final JobRates rates;
  private final SentFiles files;
  private final Imports imports;
  private final TableLimits limits;
  private final long mostBytes;

  /** A file and what was found in it. */
  record Finished(DetectFields.Read read, Analysis run) {}

  /** A file as it was sent. */
  private record Kept(String name, SentFiles.Packed packed) implements CsvSource {
    @Override
    public InputStream open() {
      return packed.open();
    }
  }

  /**
   * @param mostBytes how much may come out of an archive
   */
  SentDetections(
      UnattendedJobs jobs,
      JobRates rates,
      SentFiles files,
      Imports imports,
      TableLimits limits,
      long mostBytes) {
    this.jobs = jobs;
    this.rates = rates;
    this.files = files;
    this.imports = imports;
    this.limits = limits;
    this.mostBytes = mostBytes;
  }

  /**
   * Takes a file.
   *
   * @param address from which it comes
   * @return the id of its detection
   * @throws ProblemException if it or a field is not usable, or the server has no room for it
   */
  String submit(Form form, String address) throws ProblemException, IOException {
    DetectFields fields = fields(form.fields());
    CsvSource file = form.file();
    DetectFields.Read read = imports.run(() -> fields.read(file, limits, mostBytes));
    try (InputStream in = file.open()) {
      SentFiles.Packed packed = SentFiles.Packed.of(in);
      files.requireRoom(packed);
      SentFiles.Sent sent =
          new SentFiles.Sent(
              packed, file.name(), MAPPER.writeValueAsString(form.fields()), read.seconds());
      DetectionSettings settings = fields.settings();
      return rates.counted(
          VISITOR,
          address,
          () ->
              jobs.submit(read.dataset().series().samples(), settings, id -> files.add(id, sent)));
    } catch (SentFiles.FullException e) {
      throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, e);
    } catch (JobRefusedException e) {
      throw new ProblemException(
          e.isOfServer() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.TOO_MANY_REQUESTS, e);
    } catch (UsageException e) {
      throw new ProblemException(HttpStatus.BAD_REQUEST, e);
    }
  }

  private static DetectFields fields(Map<String, List<String>> fields) throws ProblemException {
    try {
      return DetectFields.of(fields);
    } catch (UsageException e) {
      throw new ProblemException(HttpStatus.BAD_REQUEST, e);
    }
  }

  /**
   * How a detection stands.
   *
   * @throws ProblemException if no program has sent it, or it is gone
   */
  UnattendedJobs.Status status(String id) throws ProblemException {
    if (!files.contains(id)) {
      throw unknown();
    }
    return jobs.status(id).orElseThrow(SentDetections::unknown);
  }

  private static ProblemException unknown() {
    return new ProblemException(
        HttpStatus.NOT_FOUND,
        "There is no such detection: its id is mistyped, or it has expired or was deleted.");
  }

  /**
   * Cancels a detection that has not ended, or deletes it with its result and its file.
   *
   * @throws ProblemException as for {@link #status}
   */
  void end(String id) throws ProblemException {
    UnattendedJobs.Status unused = status(id);
    jobs.end(id);
  }

  /**
   * What a detection has brought.
   *
   * @throws ProblemException as for {@link #status}, or if it is not done
   */
  Finished result(String id) throws ProblemException, IOException {
    requireDone(status(id));
    SentFiles.Sent sent = files.find(id).orElseThrow(SentDetections::unknown);
    DetectFields fields = fields(MAPPER.readValue(sent.fields(), FIELDS));
    Kept file = new Kept(sent.name(), sent.file());
    DetectFields.Read read = imports.run(() -> fields.read(file, limits, mostBytes));
    UnattendedJobs.Finished finished = finished(id, read.dataset().series().samples());
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("import", sent.secondsRead());
    finished.seconds().forEach(seconds::put);
    return new Finished(
        read, new Analysis(read.dataset(), finished.result(), Annotations.NONE, seconds));
  }

  private UnattendedJobs.Finished finished(String id, Samples samples) throws ProblemException {
    try {
      return jobs.result(id, samples).orElseThrow(SentDetections::unknown);
    } catch (IllegalStateException e) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          new IllegalStateException(
              "The server is another version now than when it judged this file: send it again.",
              e));
    }
  }

  private static void requireDone(UnattendedJobs.Status status) throws ProblemException {
    JobState state = status.state();
    if (state == JobState.DONE) {
      return;
    }
    throw new ProblemException(
        HttpStatus.CONFLICT,
        switch (state) {
          case QUEUED, RUNNING, DONE -> "The detection is not done yet: ask for its state first.";
          case FAILED -> "The detection has failed: " + status.message().orElse("");
          case CANCELLED -> "The detection was cancelled and has no result.";
        });
  }
}
