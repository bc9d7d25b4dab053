package io.talkgate.talktalk;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks how deep {@link MenusFit} nest; the path ends at the menus that are too deep, as in the
 * JSON. Public only because Hibernate Validator can make no other.
 */
public final class MenusFitValidator implements ConstraintValidator<MenusFit, List<MenuItem>> {
  private static final int MAX_DEPTH = 3;

  @Override
  public boolean isValid(@Nullable List<MenuItem> menus, ConstraintValidatorContext context) {
    context.disableDefaultConstraintViolation();
    List<List<Integer>> tooDeep = new ArrayList<>();
    search(menus, List.of(), tooDeep);
    tooDeep.forEach(places -> report(places, context));
    return tooDeep.isEmpty();
  }

  /** Notes the places of items at the greatest depth that have menus below them. */
  private static void search(
      @Nullable List<MenuItem> menus, List<Integer> above, List<List<Integer>> tooDeep) {
    for (int i = 0; menus != null && i < menus.size(); i++) {
      if (menus.get(i) instanceof MenuItem.Nested nested && nested.data() != null) {
        List<Integer> place = new ArrayList<>(above);
        place.add(i);
        if (place.size() == MAX_DEPTH) {
          tooDeep.add(place);
        } else {
          search(nested.data().menus(), place, tooDeep);
        }
      }
    }
  }

  private static void report(List<Integer> places, ConstraintValidatorContext context) {
    var node =
        context
            .buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
            .addPropertyNode("data")
            .inIterable()
            .atIndex(places.get(0))
            .addPropertyNode("menus");
    for (int place : places.subList(1, places.size())) {
      node = node.addPropertyNode("data").inIterable().atIndex(place).addPropertyNode("menus");
    }
    node.addConstraintViolation();
  }
}
