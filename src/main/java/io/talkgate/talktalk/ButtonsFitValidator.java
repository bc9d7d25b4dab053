package io.talkgate.talktalk;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@link ButtonsFit}; the path ends at the button's type or title as in the JSON. Public
 * only because Hibernate Validator can make no other.
 */
public final class ButtonsFitValidator {
  private final Set<Class<? extends Button>> types;
  private final int titleMax;

  private ButtonsFitValidator(ButtonsFit rule) {
    this.types = Set.of(rule.types());
    this.titleMax = rule.titleMax();
  }

  private boolean takes(Button button) {
    return types.contains(button.getClass());
  }

  private boolean titleFits(Button button) {
    String title = button.title();
    return title == null || title.codePointCount(0, title.length()) <= titleMax;
  }

  private ConstraintViolationBuilder tooLong(ConstraintValidatorContext context) {
    return context.buildConstraintViolationWithTemplate("{io.talkgate.talktalk.ButtonTitle}");
  }

  private static ConstraintViolationBuilder wrongType(ConstraintValidatorContext context) {
    return context.buildConstraintViolationWithTemplate(
        context.getDefaultConstraintMessageTemplate());
  }

  /** For one button. */
  public static final class OfOne implements ConstraintValidator<ButtonsFit, Button> {
    @SuppressWarnings("NullAway.Init")
    private ButtonsFitValidator rule;

    @Override
    public void initialize(ButtonsFit annotation) {
      rule = new ButtonsFitValidator(annotation);
    }

    @Override
    public boolean isValid(@Nullable Button button, ConstraintValidatorContext context) {
      if (button == null || (rule.takes(button) && rule.titleFits(button))) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      if (!rule.takes(button)) {
        wrongType(context).addPropertyNode("type").addConstraintViolation();
      } else {
        rule.tooLong(context)
            .addPropertyNode("data")
            .addPropertyNode("title")
            .addConstraintViolation();
      }
      return false;
    }
  }

  /** For a list of buttons. */
  public static final class OfList implements ConstraintValidator<ButtonsFit, List<Button>> {
    @SuppressWarnings("NullAway.Init")
    private ButtonsFitValidator rule;

    @Override
    public void initialize(ButtonsFit annotation) {
      rule = new ButtonsFitValidator(annotation);
    }

    @Override
    public boolean isValid(@Nullable List<Button> buttons, ConstraintValidatorContext context) {
      context.disableDefaultConstraintViolation();
      boolean valid = true;
      for (int i = 0; buttons != null && i < buttons.size(); i++) {
        Button button = buttons.get(i);
        valid &= button == null || fits(button, i, context);
      }
      return valid;
    }

    private boolean fits(Button button, int index, ConstraintValidatorContext context) {
      if (!rule.takes(button)) {
        wrongType(context)
            .addPropertyNode("type")
            .inIterable()
            .atIndex(index)
            .addConstraintViolation();
        return false;
      }
      if (!rule.titleFits(button)) {
        rule.tooLong(context)
            .addPropertyNode("data")
            .inIterable()
            .atIndex(index)
            .addPropertyNode("title")
            .addConstraintViolation();
        return false;
      }
      return true;
    }
  }
}
