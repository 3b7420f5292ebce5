package io.hybridanomaly.chat.gemini;

import java.io.IOException;
import okio.Buffer;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Source;

/**
 * Adds an empty event after every server-sent event. The SDK reads the following event before it
 * gives out the one it has, so that text would always be one event late; the empty one is there at
 * once.
 */
final class PromptEvents extends ForwardingSource {

  private static final ByteString EMPTY = ByteString.encodeUtf8("data: {}\n\n");

  private final Buffer arrived = new Buffer();
  private final Buffer ready = new Buffer();
  private boolean lineIsEmpty = true;
  private boolean inEvent;

  PromptEvents(Source source) {
    super(source);
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    if (ready.exhausted()) {
      if (super.read(arrived, byteCount) < 0) {
        return -1;
      }
      while (!arrived.exhausted()) {
        pass(arrived.readByte());
      }
    }
    return ready.read(sink, byteCount);
  }

  private void pass(byte next) {
    ready.writeByte(next);
    if (next == '\n') {
      if (lineIsEmpty && inEvent) {
        ready.write(EMPTY);
        inEvent = false;
      }
      lineIsEmpty = true;
    } else if (next != '\r') {
      lineIsEmpty = false;
      inEvent = true;
    }
  }
}
