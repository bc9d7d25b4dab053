package io.talkgate.consultation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Uni;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.FieldError;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.ValueRule;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 상담 유형 of the caller's brand, and whether one fits where a consultation is closed. */
@Singleton
public class Categories {
  /** What the API takes for a consultation's category, in characters. */
  private static final int MAX_PATH = 50;

  private static final int MAX_PATHS = 500;

  private static final String GET = "select * from brand_categories where brand_id = $1";
  private static final String SET =
      """
      insert into brand_categories (brand_id, required, tree, paths) values ($1, $2, $3, $4)
      on conflict (brand_id) do update set required = excluded.required, tree = excluded.tree, paths = excluded.paths
      """;

  private static final JsonMapper MAPPER = new JsonMapper();

  private final BrandTransactions brands;

  Categories(BrandTransactions brands) {
    this.brands = brands;
  }

  /** What the brand has set. */
  public Uni<BrandCategories> get(Caller caller) {
    return brands
        .of(caller)
        .run(
            connection ->
                row(connection, caller)
                    .map(row -> row.map(Categories::read).orElse(BrandCategories.NONE)));
  }

  /** Sets them as a whole; VALIDATION where a name comes twice or a path is too long. */
  public Uni<Result<BrandCategories>> set(Caller caller, BrandCategories categories) {
    List<String> paths = categories.categories().stream().flatMap(Category::paths).toList();
    Optional<FieldError> problem = problem(paths);
    if (problem.isPresent()) {
      return Uni.createFrom().item(Result.refused(Refusal.invalid(List.of(problem.get()))));
    }
    Tuple values =
        Tuple.of(
            caller.brand(),
            categories.required(),
            write(categories.categories()),
            paths.toArray(String[]::new));
    return brands
        .of(caller)
        .run(connection -> connection.preparedQuery(SET).execute(values))
        .replaceWith(Result.done(categories));
  }

  private static Optional<FieldError> problem(List<String> paths) {
    Set<String> seen = new HashSet<>();
    boolean tooLong =
        paths.stream().anyMatch(path -> path.codePointCount(0, path.length()) > MAX_PATH);
    if (tooLong || paths.size() > MAX_PATHS) {
      return Optional.of(FieldError.of("categories", ValueRule.LENGTH, 1, MAX_PATH));
    }
    return paths.stream()
        .filter(path -> !seen.add(path))
        .findFirst()
        .map(path -> FieldError.of("categories", ValueRule.NAMED_TWICE, path));
  }

  /** Why a consultation cannot be closed with this category; empty if it can. */
  Uni<Optional<Refusal>> refusal(
      SqlConnection connection, Caller caller, @Nullable String category) {
    return row(connection, caller).map(row -> row.flatMap(set -> refusal(set, category)));
  }

  private static Optional<Refusal> refusal(Row set, @Nullable String category) {
    List<String> paths = List.of(set.getArrayOfStrings("paths"));
    if (category == null) {
      return set.getBoolean("required")
          ? Optional.of(Refusal.invalid("category", ValueRule.REQUIRED))
          : Optional.empty();
    }
    return paths.isEmpty() || paths.contains(category)
        ? Optional.empty()
        : Optional.of(Refusal.invalid("category", ValueRule.ONE_OF, String.join(", ", paths)));
  }

  private static Uni<Optional<Row>> row(SqlConnection connection, Caller caller) {
    return connection
        .preparedQuery(GET)
        .execute(Tuple.of(caller.brand()))
        .map(
            rows -> {
              RowIterator<Row> found = rows.iterator();
              return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
            });
  }

  private static BrandCategories read(Row row) {
    try {
      Category[] tree = MAPPER.readValue(row.getString("tree"), Category[].class);
      return new BrandCategories(row.getBoolean("required"), List.of(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read stored categories at " + e.getLocation(), e);
    }
  }

  private static String write(List<Category> categories) {
    try {
      return MAPPER.writeValueAsString(categories);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write categories", e);
    }
  }
}
