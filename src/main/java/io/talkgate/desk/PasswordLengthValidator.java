package io.talkgate.desk;

import io.talkgate.access.PasswordRules;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Asks the rules for passwords; a missing one is for other constraints. */
public final class PasswordLengthValidator implements ConstraintValidator<PasswordLength, String> {

  @Override
  public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
    return password == null || PasswordRules.hasGoodLength(password);
  }
}
