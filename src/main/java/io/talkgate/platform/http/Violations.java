package io.talkgate.platform.http;

import io.talkgate.platform.problem.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Turns what Bean Validation found into field errors, named as the caller sees them. */
final class Violations {
  /** What resources call the parameter that takes the body. */
  private static final Set<String> BODY_PARAMETERS = Set.of(FieldError.BODY, "request");

  private Violations() {}

  /** True if a call's arguments are at fault, not what a method of ours returned. */
  static boolean areCallers(ConstraintViolationException fault) {
    return fault.getConstraintViolations().stream()
        .map(ConstraintViolation::getPropertyPath)
        .noneMatch(Violations::isReturnValue);
  }

  static List<FieldError> errors(ConstraintViolationException fault) {
    return fault.getConstraintViolations().stream()
        .map(v -> FieldError.said(field(v.getPropertyPath()), v.getMessage()))
        .sorted(Comparator.comparing(FieldError::field))
        .toList();
  }

  private static boolean isReturnValue(Path path) {
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        return true;
      }
    }
    return false;
  }

  /** Leaves out the method and, where a property follows, its parameter. */
  private static String field(Path path) {
    StringBuilder field = new StringBuilder();
    String parameter = FieldError.BODY;
    for (Iterator<Path.Node> nodes = path.iterator(); nodes.hasNext(); ) {
      Path.Node node = nodes.next();
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = BODY_PARAMETERS.contains(node.getName()) ? FieldError.BODY : node.getName();
      } else if (node.getKind() != ElementKind.METHOD) {
        append(field, node);
      }
    }
    return field.isEmpty() ? parameter : field.toString();
  }

  private static void append(StringBuilder field, Path.Node node) {
    if (node.isInIterable()) {
      field.append('[').append(node.getIndex() == null ? node.getKey() : node.getIndex());
      field.append(']');
    }
    if (node.getKind() == ElementKind.PROPERTY) {
      field.append(field.isEmpty() ? "" : ".").append(node.getName());
    }
  }
}
