package io.talkgate.talktalk;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks {@link CompleteComposite}. Public only because Hibernate Validator can make no other. */
public final class CompleteCompositeValidator
    implements ConstraintValidator<CompleteComposite, Composite> {

  @Override
  public boolean isValid(@Nullable Composite composite, ConstraintValidatorContext context) {
    if (composite == null) {
      return true;
    }
    boolean title = isGiven(composite.title());
    boolean description = isGiven(composite.description());
    boolean elements = composite.elementList() != null;
    boolean image = composite.image() != null;
    boolean buttons = composite.buttonList() != null && !composite.buttonList().isEmpty();
    long given =
        Stream.of(title, description, elements, image, buttons)
            .filter(Boolean::booleanValue)
            .count();
    return (title || description || elements) && given >= 2;
  }

  private static boolean isGiven(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
