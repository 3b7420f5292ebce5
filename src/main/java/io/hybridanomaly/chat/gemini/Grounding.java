package io.hybridanomaly.chat.gemini;

import com.google.genai.types.GroundingChunk;
import com.google.genai.types.GroundingMetadata;
import com.google.genai.types.GroundingSupport;
import com.google.genai.types.Segment;
import io.hybridanomaly.chat.Citation;
import io.hybridanomaly.chat.Citation.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From grounding metadata, whose positions are UTF-8 bytes, to citations in an answer. */
final class Grounding {

  private Grounding() {}

  /**
   * The citations of one response.
   *
   * @param text the text of that response
   * @param offset where it begins in the whole answer
   */
  static List<Citation> citations(GroundingMetadata metadata, String text, int offset) {
    List<Optional<Source>> chunks =
        metadata.groundingChunks().orElse(List.of()).stream().map(Grounding::source).toList();
    List<Citation> citations = new ArrayList<>();
    for (GroundingSupport support : metadata.groundingSupports().orElse(List.of())) {
      List<Source> sources =
          support.groundingChunkIndices().orElse(List.of()).stream()
              .filter(index -> index >= 0 && index < chunks.size())
              .flatMap(index -> chunks.get(index).stream())
              .distinct()
              .toList();
      if (!sources.isEmpty() && support.segment().isPresent()) {
        citations.add(citation(support.segment().get(), text, offset, sources));
      }
    }
    return citations;
  }

  private static Citation citation(Segment segment, String text, int offset, List<Source> sources) {
    int start = characters(text, segment.startIndex().orElse(0));
    int end = characters(text, segment.endIndex().orElse(Integer.MAX_VALUE));
    String named = segment.text().orElse("");
    if (!named.isEmpty() && !text.substring(Math.min(start, end), end).equals(named)) {
      int found = text.indexOf(named);
      if (found >= 0) {
        start = found;
        end = found + named.length();
      }
    }
    return new Citation(offset + Math.min(start, end), offset + end, sources);
  }

  /** Pages with another scheme than https are left out. */
  private static Optional<Source> source(GroundingChunk chunk) {
    return chunk
        .web()
        .flatMap(
            web ->
                web.uri()
                    .filter(uri -> uri.startsWith("https://"))
                    .map(uri -> new Source(web.title().or(web::domain).orElse(uri), uri)));
  }

  /** How many characters the first bytes of a text's UTF-8 form make. */
  static int characters(String text, int bytes) {
    int seen = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      seen += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      if (seen > bytes) {
        return i;
      }
      i += Character.charCount(character);
    }
    return text.length();
  }
}
