package io.talkgate.talktalk;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link ProductCount}. Public only because Hibernate Validator can make no other. */
public final class ProductCountValidator
    implements ConstraintValidator<ProductCount, ProductContent> {

  @Override
  public boolean isValid(@Nullable ProductContent content, ConstraintValidatorContext context) {
    if (content == null || content.ids() == null || content.displayType() == null) {
      return true;
    }
    if (content.ids().size() <= content.displayType().maxIds) {
      return true;
    }
    context.disableDefaultConstraintViolation();
    context
        .buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
        .addPropertyNode("ids")
        .addConstraintViolation();
    return false;
  }
}
