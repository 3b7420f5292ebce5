package io.hybridanomaly.config;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the program in order when the system asks it to. The Java machine starts all its shutdown
 * hooks at the same moment: that of H2 would close its file while running detections are still to
 * be put back into the queue. Here they are put back first, and the Java machine ends then.
 */
public final class Termination {

  private static final Logger LOG = LoggerFactory.getLogger(Termination.class);

  /** What a service manager sends, and what Ctrl-C does. */
  private static final String[] SIGNALS = {"TERM", "INT"};

  /** Status of a process that a signal has ended. */
  private static final int SIGNALLED = 128;

  private Termination() {}

  /**
   * Does something before the program ends by a signal. On a Java machine that keeps its signals to
   * itself the shutdown hooks are all there is, as without this.
   */
  public static void closeFirst(Runnable closing) {
    try {
      // Not part of the Java platform's interface, but of every Java machine; hence by its name.
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      for (String name : SIGNALS) {
        Object wanted = signal.getConstructor(String.class).newInstance(name);
        int status = SIGNALLED + (int) signal.getMethod("getNumber").invoke(wanted);
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, wanted, handler(handler, () -> end(closing, status)));
      }
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      LOG.debug("This Java machine lets nobody hear its signals", e);
    }
  }

  private static Object handler(Class<?> type, Runnable work) {
    InvocationHandler calls =
        (proxy, method, arguments) -> {
          switch (method.getName()) {
            case "handle" -> work.run();
            case "hashCode" -> {
              return System.identityHashCode(proxy);
            }
            case "equals" -> {
              return proxy == arguments[0];
            }
            default -> {
              return "Termination";
            }
          }
          return null;
        };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls);
  }

  private static void end(Runnable closing, int status) {
    try {
      closing.run();
    } finally {
      System.exit(status);
    }
  }
}
