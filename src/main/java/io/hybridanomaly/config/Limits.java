package io.hybridanomaly.config;

import io.hybridanomaly.analysis.TableLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one visitor and one server may use; settings {@code limits.*}.
 *
 * @param maxUploadBytes the largest file a visitor may upload, in bytes
 * @param minUploadBytesPerSecond slower uploads are ended; a slow one takes a thread of the server
 * @param concurrentUploads uploads that arrive at once
 * @param uploadsPerVisitor those of one visitor
 * @param maxRows the most data rows of a file
 * @param maxColumns the most columns of a file; the page lists each
 * @param maxCells the most data rows times columns of a file
 * @param maxLineLength the most characters of a line of a file, up to {@link
 *     TableLimits#LONGEST_LINE}
 * @param concurrentDetections detections that run at once
 * @param queuedDetections detections that may wait for a slot
 * @param detectionsPerVisitor those of one visitor that run or wait
 * @param detectionsPerHour those that one visitor may start in an hour
 * @param detectionsPerHourPerAddress those of all visitors of one address
 * @param detectionMemory of the Java heap for all detections at once, in bytes; -1: the heap less
 *     what pages need
 * @param maxRunTime after which a detection is ended
 * @param resultsPerVisitor results that one page keeps in memory, beside those of short series
 * @param resultPointsPerVisitor points of all results that one page keeps in memory
 * @param maxMessageBytes the largest message of the page to the server, in bytes; files are apart
 * @param maxSessions visits at once
 * @param maxSessionsPerAddress those from one address
 * @param maxRequestsPerAddress requests of one address that are answered at once
 */
@ConfigurationProperties("limits")
public record Limits(
    @DefaultValue("104857600") long maxUploadBytes,
    @DefaultValue("4096") int minUploadBytesPerSecond,
    @DefaultValue("64") int concurrentUploads,
    @DefaultValue("2") int uploadsPerVisitor,
    @DefaultValue("1000000") int maxRows,
    @DefaultValue("1000") int maxColumns,
    @DefaultValue("50000000") long maxCells,
    @DefaultValue("1048576") int maxLineLength,
    @DefaultValue("2") int concurrentDetections,
    @DefaultValue("20") int queuedDetections,
    @DefaultValue("4") int detectionsPerVisitor,
    @DefaultValue("300") int detectionsPerHour,
    @DefaultValue("1000") int detectionsPerHourPerAddress,
    @DefaultValue("-1") long detectionMemory,
    @DefaultValue("30m") Duration maxRunTime,
    @DefaultValue("12") int resultsPerVisitor,
    @DefaultValue("1000000") int resultPointsPerVisitor,
    @DefaultValue("1048576") int maxMessageBytes,
    @DefaultValue("300") int maxSessions,
    @DefaultValue("250") int maxSessionsPerAddress,
    @DefaultValue("150") int maxRequestsPerAddress) {

  /** The program itself, with 300 visits of 300 KB each. */
  private static final long HEAP_OF_PAGES = 180_000_000;

  public Limits {
    if (maxUploadBytes < 1
        || concurrentUploads < 1
        || uploadsPerVisitor < 1
        || maxRows < 1
        || maxColumns < 1
        || maxCells < 1
        || maxLineLength < 1
        || concurrentDetections < 1
        || detectionsPerVisitor < 1
        || detectionsPerHour < 1
        || detectionsPerHourPerAddress < 1
        || resultsPerVisitor < 1
        || resultPointsPerVisitor < 1
        || detectionMemory < -1
        || maxRunTime.isNegative()
        || maxRunTime.isZero()
        || maxMessageBytes < 1
        || maxSessions < 1
        || maxSessionsPerAddress < 1
        || maxRequestsPerAddress < 1
        || minUploadBytesPerSecond < 0
        || queuedDetections < 0) {
      throw new IllegalArgumentException(
          "limits.* must be positive (limits.queued-detections and"
              + " limits.min-upload-bytes-per-second may be 0); see application.properties.example");
    }
    if (maxLineLength > TableLimits.LONGEST_LINE) {
      throw new IllegalArgumentException(
          "limits.max-line-length must be at most %d: longer lines are never read"
              .formatted(TableLimits.LONGEST_LINE));
    }
  }

  /** How large a table may be. */
  public TableLimits tables() {
    return new TableLimits(maxRows, maxColumns, maxCells, maxLineLength);
  }

  /** Memory of the Java heap for all detections of this process at once, in bytes. */
  public long heapForDetections() {
    return detectionMemory >= 0
        ? detectionMemory
        : Math.max(0, Runtime.getRuntime().maxMemory() - HEAP_OF_PAGES);
  }
}
