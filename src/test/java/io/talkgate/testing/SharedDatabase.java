package io.talkgate.testing;

import io.quarkus.test.common.QuarkusTestResource;

/** Makes {@link DatabaseResource} the database of every {@code @QuarkusTest}. */
@QuarkusTestResource(DatabaseResource.class)
final class SharedDatabase {}
