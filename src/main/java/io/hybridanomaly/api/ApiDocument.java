package io.hybridanomaly.api;

import io.hybridanomaly.cli.DetectFields;
import io.hybridanomaly.export.BuildInfo;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * The OpenAPI document. The library finds the calls and their answers; what it cannot see is added
 * here: the fields, which are the options of {@code detect}, the errors and the token.
 */
class ApiDocument {

  private static final String PROBLEM = "Problem";
  private static final String TOKEN = "token";

  private static final Map<String, String> MEANINGS =
      Map.of(
          "400", "The file or a field is wrong; the sentence is that of the command line",
          "401", "The token is missing or wrong",
          "404", "There is no such detection, or not any more",
          "409", "The detection is not done",
          "413", "The file is too large",
          "415", "The call is no form",
          "429", "The caller has as many files or detections under way as one may",
          "503", "The queue or the disk is full, or the database is away");

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Hybrid Time-Series Anomaly Detector")
                .description("Finds what is abnormal in a time series.")
                .version(BuildInfo.version()))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }

  @Bean
  OpenApiCustomizer whatCannotBeSeen() {
    return document -> {
      // Before the calls are read, the library would drop what none of them names.
      document.getComponents().addSchemas(PROBLEM, problem());
      String one = DetectionController.PATH + "/{id}";
      Operation post = path(document, DetectionController.PATH).getPost();
      post.setRequestBody(form());
      move(post, "200", "202", "The detection is accepted; its address is in Location");
      problems(post, "400", "401", "413", "415", "429", "503");
      problems(path(document, one).getGet(), "401", "404", "503");
      Operation delete = path(document, one).getDelete();
      move(delete, "200", "204", "Cancelled or deleted");
      problems(delete, "401", "404", "503");
      Operation result = path(document, one + "/result").getGet();
      result.getResponses().addApiResponse("200", result());
      problems(result, "401", "404", "409", "503");
    };
  }

  private static PathItem path(OpenAPI document, String path) {
    return Objects.requireNonNull(document.getPaths().get(path), path);
  }

  private static void move(Operation operation, String from, String to, String description) {
    ApiResponses responses = operation.getResponses();
    ApiResponse response = responses.remove(from);
    response.setDescription(description);
    if (to.equals("204")) {
      response.setContent(null);
    } else {
      response.addHeaderObject("Location", new Header().schema(new StringSchema()));
    }
    responses.addApiResponse(to, response);
  }

  private static void problems(Operation operation, String... statuses) {
    for (String status : List.of(statuses)) {
      ApiResponse response =
          new ApiResponse()
              .description(MEANINGS.get(status))
              .content(
                  new Content()
                      .addMediaType(
                          org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                          new MediaType()
                              .schema(
                                  new Schema<>()
                                      .$ref(Components.COMPONENTS_SCHEMAS_REF + PROBLEM))));
      if (status.equals("429") || status.equals("503")) {
        response.addHeaderObject("Retry-After", new Header().schema(new IntegerSchema()));
      }
      operation.getResponses().addApiResponse(status, response);
    }
  }

  private static ApiResponse result() {
    return new ApiResponse()
        .description("The result")
        .content(
            new Content()
                .addMediaType("application/json", new MediaType().schema(new ObjectSchema()))
                .addMediaType("text/csv", new MediaType().schema(new StringSchema())));
  }

  private static RequestBody form() {
    ObjectSchema form = new ObjectSchema();
    form.addProperty("file", new StringSchema().format("binary").description("A CSV file"));
    for (DetectFields.Field field : DetectFields.all()) {
      form.addProperty(
          field.name(),
          (field.value().isEmpty() ? new BooleanSchema() : new StringSchema().example(null))
              .description(
                  field.value().isEmpty()
                      ? field.description()
                      : field.value() + ": " + field.description()));
    }
    form.setRequired(List.of("file"));
    return new RequestBody()
        .required(true)
        .content(new Content().addMediaType("multipart/form-data", new MediaType().schema(form)));
  }

  private static Schema<?> problem() {
    ObjectSchema problem = new ObjectSchema();
    problem.addProperty("type", new StringSchema());
    problem.addProperty("title", new StringSchema());
    problem.addProperty("status", new IntegerSchema());
    problem.addProperty("detail", new StringSchema().description("one plain sentence"));
    return problem.description("Why a call is not answered as it was meant (RFC 9457)");
  }
}
