package io.hybridanomaly.ui.chat;

import com.vaadin.flow.dom.Element;
import io.hybridanomaly.chat.Citation.Source;

/** A link to a web page that the visitor may open; nothing is loaded before. */
final class SourceLink {

  private SourceLink() {}

  static Element of(Source source, String text) {
    Element link = new Element("a").setText(text);
    if (source.uri().startsWith("https://")) {
      link.setAttribute("href", source.uri());
    }
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener noreferrer");
    link.setAttribute("title", source.title());
    // Vaadin's router would take the click for one of its own pages.
    link.setAttribute("router-ignore", "");
    return link;
  }
}
