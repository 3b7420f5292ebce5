package io.hybridanomaly.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.hybridanomaly.store.Database;
import java.time.Duration;
import java.util.function.BiConsumer;

/** How db-scheduler knows a detection: by the number of its job, which says the rest. */
final class DetectionTask {

  static final String NAME = "detection";

  /** After a fault of the node, such as a database that is away for a moment. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(150);

  /** A node that has not said so often that it lives counts as dead. */
  static final int MISSED_HEARTBEATS = 4;

  /** Share of the slots: no node takes more than it has slots, since another may be free. */
  private static final double REFILL_BELOW = 0.5;

  private DetectionTask() {}

  static OneTimeTask<Void> of(BiConsumer<TaskInstance<Void>, ExecutionContext> run) {
    return Tasks.oneTime(NAME)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
        .onDeadExecutionRevive()
        .execute(run::accept);
  }

  /** Finds detections that wait and runs them on this node, once it is started. */
  static Scheduler scheduler(Database database, OneTimeTask<Void> task, JobOptions options) {
    return Scheduler.create(database.source(), task)
        .schedulerName(new SchedulerName.Fixed(options.node()))
        .clock(database.clock()::instant)
        .threads(options.slots())
        .pollingInterval(POLL)
        .pollUsingFetch(REFILL_BELOW, 1)
        .heartbeatInterval(options.heartbeat())
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(CLOSE_PATIENCE)
        .enableImmediateExecution()
        .enablePriority()
        .build();
  }
}
