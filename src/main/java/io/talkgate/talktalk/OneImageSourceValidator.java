package io.talkgate.talktalk;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link OneImageSource}. Public only because Hibernate Validator can make no other. */
public final class OneImageSourceValidator
    implements ConstraintValidator<OneImageSource, ImageSource> {

  @Override
  public boolean isValid(@Nullable ImageSource image, ConstraintValidatorContext context) {
    return image == null || isGiven(image.imageUrl()) != isGiven(image.imageId());
  }

  private static boolean isGiven(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
