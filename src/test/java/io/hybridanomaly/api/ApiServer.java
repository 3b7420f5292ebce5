package io.hybridanomaly.api;

import io.hybridanomaly.WebApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A server for programs, on a free port, with the token of {@link ApiClient}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = WebApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "vaadin.productionMode=true",
      "api.enabled=true",
      "api.token=" + ApiClient.TOKEN,
    })
@interface ApiServer {}
