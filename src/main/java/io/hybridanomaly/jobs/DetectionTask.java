package io.hybridanomaly.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.function.BiConsumer;

/** How db-scheduler knows a detection: by the number of its job, which says the rest. */
final class DetectionTask {

  static final String NAME = "detection";

  /** After a fault of the node, such as a database that is away for a moment. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private DetectionTask() {}

  static OneTimeTask<Void> of(BiConsumer<TaskInstance<Void>, ExecutionContext> run) {
    return Tasks.oneTime(NAME)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
        .onDeadExecutionRevive()
        .execute(run::accept);
  }
}
