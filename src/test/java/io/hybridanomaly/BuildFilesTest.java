package io.hybridanomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;

/** The module for Spark has no parent: what both builds state must be the same. */
class BuildFilesTest {

  @Test
  void bothBuildsStateTheSameVersions() throws Exception {
    Map<String, String> root = properties(Path.of("pom.xml"));
    Map<String, String> spark = properties(Path.of("spark/pom.xml"));
    Map<String, String> shared = new TreeMap<>(spark);
    shared.keySet().retainAll(root.keySet());
    assertThat(shared).hasSizeGreaterThan(10);
    assertThat(root).containsAllEntriesOf(shared);
  }

  private static Map<String, String> properties(Path pom) throws Exception {
    Node properties =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getElementsByTagName("properties")
            .item(0);
    Map<String, String> all = new TreeMap<>();
    for (Node each = properties.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each.getNodeType() == Node.ELEMENT_NODE) {
        all.put(each.getNodeName(), each.getTextContent().strip());
      }
    }
    return all;
  }
}
