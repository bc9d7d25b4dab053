package io.talkgate.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The load generator: keep-alive connections served by one thread, requests made beforehand, no
 * garbage per call, so that it takes little of the processors it shares with the service. Not for
 * several threads.
 */
final class Load implements AutoCloseable {
  private static final long LAST_ANSWERS_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Selector selector;
  private final Calls calls;
  private final List<Line> lines = new ArrayList<>();
  private final Deque<Line> free = new ArrayDeque<>();
  private Tally tally = new Tally();

  /** Connects to a port of this machine. */
  Load(int port, int connections, Calls calls) throws IOException {
    this(List.of(port), connections, calls);
  }

  /** Connects to several ports of this machine, to each as often. */
  Load(List<Integer> ports, int connections, Calls calls) throws IOException {
    this.calls = calls;
    selector = Selector.open();
    for (int line = 0; line < connections; line++) {
      int port = ports.get(line % ports.size());
      lines.add(new Line(selector, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }
    free.addAll(lines);
  }

  /** Processor time of the calling thread so far, in nanoseconds. */
  static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Calls at this pace until it is over and the last answers are there. */
  LoadResult run(Pace pace) throws IOException {
    tally = new Tally();
    while (!pace.isOver(System.nanoTime())) {
      startWhatIsDue(pace);
      selector.select(this::progress, 1);
    }
    awaitLastAnswers();
    return tally.result();
  }

  private void startWhatIsDue(Pace pace) {
    long due = free.isEmpty() ? Pace.NOT_YET : pace.due(System.nanoTime());
    while (due != Pace.NOT_YET) {
      start(free.pop(), due);
      pace.started();
      due = free.isEmpty() ? Pace.NOT_YET : pace.due(System.nanoTime());
    }
  }

  private void start(Line line, long due) {
    try {
      line.start(calls.next(), calls.nextNumber(), due);
    } catch (IOException e) {
      broken(line);
    }
  }

  private void progress(SelectionKey key) {
    Line line = (Line) key.attachment();
    try {
      int status = line.goOn();
      if (status != Answer.INCOMPLETE) {
        tally.answered(status, System.nanoTime() - line.due(), line.isMessage());
        free.add(line);
      }
    } catch (IOException e) {
      broken(line);
    }
  }

  /** One that was idle is still among the free ones, and costs no call. */
  private void broken(Line line) {
    boolean busy = line.isBusy();
    try {
      line.reconnect();
      if (busy) {
        tally.unanswered();
        free.add(line);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the service takes no connections", e);
    }
  }

  private void awaitLastAnswers() throws IOException {
    long end = System.nanoTime() + LAST_ANSWERS_NANOS;
    while (free.size() < lines.size() && System.nanoTime() - end < 0) {
      selector.select(this::progress, 1);
    }
    for (Line line : lines) {
      if (line.isBusy()) {
        broken(line);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Line line : lines) {
      line.close();
    }
    selector.close();
  }
}
