package io.hybridanomaly.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hybridanomaly.export.RunReport;
import io.hybridanomaly.jobs.UnattendedJobs;
import io.hybridanomaly.uploads.Uploads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calls of the HTTP interface. */
@RestController
@ConditionalOnBooleanProperty("api.enabled")
@RequestMapping(DetectionController.PATH)
class DetectionController {

  static final String PATH = "/api/v1/detections";

  private static final Logger LOG = LoggerFactory.getLogger(DetectionController.class);

  private static final MediaType CSV = MediaType.valueOf("text/csv");
  private static final String CSV_UTF_8 = "text/csv;charset=UTF-8";

  private final SentDetections detections;
  private final Uploads uploads;
  private final Semaphore arriving;

  /** A detection that was taken. */
  record Accepted(
      @Schema(description = "by which it is found again") String id,
      @Schema(description = "queued or running") String state,
      @Schema(description = "place in the queue, from 1; null unless it waits")
          @Nullable Integer position) {}

  /** How a detection stands. */
  record State(
      String id,
      @Schema(allowableValues = {"queued", "running", "done", "failed", "cancelled"}) String state,
      @Schema(description = "place in the queue, from 1; null unless it waits")
          @Nullable Integer position,
      @Schema(
              description =
                  "seconds until it is expected to start; null unless it waits and that is known")
          @JsonProperty("wait_seconds")
          @Nullable Double waitSeconds,
      @Schema(description = "share that is done, 0 to 1") double progress,
      @Schema(description = "why it failed, in a sentence; null unless it did")
          @Nullable String error) {}

  DetectionController(SentDetections detections, Uploads uploads) {
    this.detections = detections;
    this.uploads = uploads;
    arriving = uploads.ofOneVisitor();
  }

  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Sends a file to be judged")
  ResponseEntity<Accepted> submit(HttpServletRequest request) throws ProblemException, IOException {
    try (Form form = Form.read(request, uploads, arriving)) {
      String id = detections.submit(form, request.getRemoteAddr());
      State state = state(id, detections.status(id));
      return ResponseEntity.accepted()
          .location(URI.create(request.getContextPath() + PATH + "/" + id))
          .cacheControl(CacheControl.noStore())
          .body(new Accepted(id, state.state(), state.position()));
    }
  }

  @GetMapping(path = "/{id}")
  @Operation(summary = "Says how a detection stands")
  ResponseEntity<State> state(@PathVariable String id) throws ProblemException {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(state(id, detections.status(id)));
  }

  private static State state(String id, UnattendedJobs.Status status) {
    return new State(
        id,
        status.state().text(),
        status.position().isPresent() ? status.position().getAsInt() : null,
        status.seconds().isPresent() ? status.seconds().getAsDouble() : null,
        status.progress(),
        status.message().orElse(null));
  }

  @GetMapping("/{id}/result")
  @Operation(
      summary = "Gives the result of a detection that is done",
      description = "As annotated CSV if the header Accept prefers text/csv, else as JSON report.")
  void result(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws ProblemException, IOException {
    boolean csv = prefersCsv(request.getHeader(HttpHeaders.ACCEPT));
    SentDetections.Finished finished = detections.result(id);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType(csv ? CSV_UTF_8 : MediaType.APPLICATION_JSON_VALUE);
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    if (csv) {
      finished.read().writeCsv(finished.run(), out);
    } else {
      RunReport report = new RunReport(false);
      report.add(finished.run());
      out.write(report.json());
    }
    out.flush();
  }

  /** Whoever takes either is given the report. */
  static boolean prefersCsv(@Nullable String accept) {
    try {
      List<MediaType> accepted = MediaType.parseMediaTypes(accept);
      return quality(accepted, CSV) > quality(accepted, MediaType.APPLICATION_JSON);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  /** That of the narrowest range that holds a type. */
  private static double quality(List<MediaType> accepted, MediaType type) {
    MediaType best = null;
    for (MediaType range : accepted) {
      if (range.includes(type) && (best == null || !range.includes(best))) {
        best = range;
      }
    }
    return best == null ? 0 : best.getQualityValue();
  }

  @DeleteMapping("/{id}")
  @Operation(summary = "Cancels a detection that has not ended, or deletes one that has")
  ResponseEntity<Void> end(@PathVariable String id) throws ProblemException {
    detections.end(id);
    return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
  }

  @ExceptionHandler
  void problem(ProblemException problem, HttpServletResponse response) throws IOException {
    Problems.send(response, problem.status(), String.valueOf(problem.getMessage()));
  }

  @ExceptionHandler
  void noDatabase(DataAccessException problem, HttpServletResponse response) throws IOException {
    LOG.error("The database does not answer, or is full", problem);
    Problems.send(
        response,
        HttpStatus.SERVICE_UNAVAILABLE,
        "The server cannot store or read detections at the moment. Please try again in a minute, or"
            + " tell its operator.");
  }

  /** The caller may have gone; if not, it is told. */
  @ExceptionHandler
  void brokenOff(IOException problem, HttpServletResponse response) throws IOException {
    LOG.info("A call broke off: {}", problem.toString());
    Problems.send(
        response, HttpStatus.SERVICE_UNAVAILABLE, "The file could not be read: please try again.");
  }

  @ExceptionHandler
  void failure(RuntimeException problem, HttpServletResponse response) throws IOException {
    LOG.error("A call failed", problem);
    Problems.send(
        response,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "The call failed through no fault of yours. Please tell the operator of this server, who"
            + " finds the cause in its log.");
  }
}
