package io.hybridanomaly.ui.howitworks;

import com.vaadin.flow.spring.annotation.RouteScope;
import com.vaadin.flow.spring.annotation.RouteScopeOwner;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.hybridanomaly.lstm.TrainingPlan;
import io.hybridanomaly.ui.frame.MainLayout;

/** The network of the visitor's current settings, which the explanation shows. */
@SpringComponent
@RouteScope
@RouteScopeOwner(MainLayout.class)
public final class ShownNetwork {

  /** A day of half hours, as in the first sample. */
  private static final int EXAMPLE_WINDOW = 48;

  private static final int EXAMPLE_EPOCHS = 20;

  private TrainingPlan plan = new TrainingPlan(EXAMPLE_WINDOW, EXAMPLE_EPOCHS, 0);
  private boolean example = true;

  /**
   * The settings have changed.
   *
   * @param window in points
   */
  public void set(int window, int epochs) {
    plan = new TrainingPlan(window, epochs, 0);
    example = false;
  }

  TrainingPlan plan() {
    return plan;
  }

  /** Whether no series is loaded, so that the window is only an example. */
  boolean isExample() {
    return example;
  }
}
