/**
 * What TalkGate runs in: the Kubernetes manifests, the alerts and the board fit the service and
 * what Kubernetes and Prometheus understand. Nothing here starts the service.
 */
@NullMarked
package io.talkgate.container;

import org.jspecify.annotations.NullMarked;
