package io.talkgate.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The one way to Hibernate's sessions, scoped as {@link BrandTransactions} are. A session's
 * repositories find it by themselves.
 */
@Singleton
public class BrandSessions {

  /**
   * Runs the work in one session and transaction, rolled back if it fails; within another one's
   * work, in that one's.
   */
  public <T> Uni<T> run(Caller caller, Function<Mutiny.Session, Uni<T>> work) {
    String scope = BrandTransactions.scope(caller).sql();
    return Panache.withTransaction(
        () ->
            Panache.getSession()
                .call(session -> session.createNativeQuery(scope, Object.class).getSingleResult())
                .chain(work::apply));
  }
}
