/**
 * Who gets which consultation where several services share a database: packaged services as in
 * production, agents who call them over HTTP, and customers of whom NAVER tells. Run by {@code
 * ./mvnw verify} after the jar is packaged.
 */
@NullMarked
package io.talkgate.distribution;

import org.jspecify.annotations.NullMarked;
