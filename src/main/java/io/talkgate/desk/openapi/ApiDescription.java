package io.talkgate.desk.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.talkgate.platform.problem.ErrorCode;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

/**
 * Adds to each operation what all of them have in common: who may call it, the errors anybody can
 * run into, and examples. Words about schemas that have no annotations stand in {@code
 * META-INF/openapi.yaml}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
  private final Examples examples = new Examples();
  private final OwnWords own;

  /** For Quarkus, with the index of all classes. */
  public ApiDescription(IndexView index) {
    own = new OwnWords(index);
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getPaths().getPathItems().forEach(this::describe);
    SharedErrors.in(document);
    Schema codes = document.getComponents().getSchemas().get(ErrorCode.class.getSimpleName());
    if (codes != null) {
      codes.setDescription(ErrorTable.markdown());
    }
  }

  private void describe(String path, PathItem item) {
    item.getOperations().forEach((method, operation) -> describe(method, path, operation));
  }

  private void describe(HttpMethod method, String path, Operation operation) {
    Roles.describe(operation);
    own.setStatus(method, path, operation);
    CommonErrors.add(path, operation, own.refusals(method, path));
    examples.add(operation);
    describeIds(operation);
  }

  private static void describeIds(Operation operation) {
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .filter(parameter -> parameter.getIn() == Parameter.In.PATH)
          .forEach(id -> id.setDescription("Its id; 404 `NOT_FOUND` if it is malformed."));
    }
  }
}
