package io.hybridanomaly.spark;

/** Hears that somebody ends the process, by Ctrl-C or otherwise, while the job runs. */
final class StopNotice {

  private final Thread hook;

  private StopNotice(Runnable whenStopped) {
    this.hook = new Thread(whenStopped, "stop-notice");
  }

  /** Begins to listen. */
  static StopNotice of(Runnable whenStopped) {
    StopNotice notice = new StopNotice(whenStopped);
    Runtime.getRuntime().addShutdownHook(notice.hook);
    return notice;
  }

  /** Listens no more. */
  void end() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends, so that the hook has run or will run.
      return;
    }
  }
}
