package io.talkgate.desk;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Counts the bytes of a password; a missing one is for other constraints. */
public final class PasswordLengthValidator implements ConstraintValidator<PasswordLength, String> {
  private static final int LEAST = 8;
  private static final int MOST = 72;

  @Override
  public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
    if (password == null) {
      return true;
    }
    int length = password.getBytes(StandardCharsets.UTF_8).length;
    return length >= LEAST && length <= MOST;
  }
}
