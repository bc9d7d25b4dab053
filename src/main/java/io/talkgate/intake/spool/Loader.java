package io.talkgate.intake.spool;

import java.io.IOException;
import org.jboss.logging.Logger;

/** Takes stock of what earlier runs left. */
final class Loader {
  private static final Logger LOG = Logger.getLogger(Loader.class);

  private final SpoolDirectory directory;
  private final Catalogue catalogue;
  private final Acknowledgements acknowledgements;

  Loader(SpoolDirectory directory, Catalogue catalogue, Acknowledgements acknowledgements) {
    this.directory = directory;
    this.catalogue = catalogue;
    this.acknowledgements = acknowledgements;
  }

  void load() throws IOException {
    directory.deleteOrphans();
    directory.deleteParts();
    for (long number : directory.segments()) {
      load(number);
    }
    for (Segment done : catalogue.takeSettled()) {
      directory.delete(done.number());
      acknowledgements.forget(done);
    }
    if (catalogue.pending() > 0) {
      LOG.infof("The spool holds %d calls of an earlier run", catalogue.pending());
    }
  }

  /** A segment that cannot be opened stays where it is: it is no reason to refuse new calls. */
  private void load(long number) {
    Segment segment = new Segment(number);
    try (SegmentFile file = directory.open(number)) {
      long damaged = new SegmentScan(directory.segment(number), file, segment).run();
      catalogue.countDamaged(damaged);
      acknowledgements.load(segment);
      catalogue.add(segment);
    } catch (IOException e) {
      catalogue.countDamaged(1);
      LOG.errorf(
          "Spool segment %s cannot be opened, its calls wait for a restart: %s",
          directory.segment(number), e.toString());
    }
  }
}
