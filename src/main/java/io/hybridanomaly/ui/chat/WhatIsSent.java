package io.hybridanomaly.ui.chat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;

/** Shows exactly what asking sends to Google. */
final class WhatIsSent extends Dialog {

  private final Pre text = new Pre("Collecting the facts …");

  WhatIsSent(String model) {
    setHeaderTitle("What will be sent");
    text.addClassName("will-be-sent");
    add(
        new Paragraph("When you ask, this goes to Google's model " + model + ", and nothing else:"),
        text);
    getFooter().add(new Button("Close", click -> close()));
    setMaxWidth("min(56rem, 95vw)");
    setMaxHeight("90vh");
  }

  void show(String preview) {
    text.setText(preview);
  }
}
