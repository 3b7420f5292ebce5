package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.stream.Stream;

/** Says what the server keeps of a visitor, where and for how long, and deletes it if asked to. */
public final class StoredNotice extends Details {

  private static final String DELETE = "Delete my data now";

  private boolean asked;

  /**
   * @param keep how long results with a link live
   * @param onDelete deletes everything of this visitor
   */
  public StoredNotice(Duration keep, Runnable onDelete) {
    setId("stored-data");
    setSummaryText("What is stored of your data");
    UnorderedList facts = new UnorderedList();
    Stream.of(
            "Your file lies on this server while this page is open, and goes some ten seconds after"
                + " its tab is closed.",
            "Results, annotations and the chat are in the memory of this server, and go with the"
                + " page.",
            "The series and the result of a detection lie in its database for up to two hours, so that"
                + " the page can come back after a restart; what you cancel goes within a minute.",
            "A result that you make a link for lies there for %d days, or until you delete the link."
                .formatted(Math.max(1, keep.toDays())),
            "A question to the chat, and what is shown under What is sent, goes to the model's"
                + " provider if this server has a key for one; nothing else leaves this server.",
            "One cookie tells your visit from others. It ends with the browser. The browser also"
                + " remembers which links you made here: nobody else can delete them.")
        .map(ListItem::new)
        .forEach(facts::add);
    NativeButton delete = new NativeButton(DELETE);
    delete.setId("delete-my-data");
    delete.addClassName("link-button");
    delete.addClickListener(
        click -> {
          if (asked) {
            onDelete.run();
          } else {
            asked = true;
            delete.setText("Press again to delete the file, results, links and the chat for good");
          }
        });
    add(facts, delete);
  }
}
