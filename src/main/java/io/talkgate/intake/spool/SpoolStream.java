package io.talkgate.intake.spool;

import io.talkgate.platform.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jboss.logging.Logger;

/**
 * A record on its way into the spool whose body comes in pieces: written in sealed chunks to a file
 * of its own, read back as a stream, and then {@link #publish published} or {@link #close dropped}.
 * Until it is published a crash leaves nothing of it.
 *
 * <p>Blocking; used by one thread at a time. In memory it holds a chunk of 64 KiB and a sealed one.
 */
public final class SpoolStream implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SpoolStream.class);

  private final SpoolDirectory directory;
  private final Appender appender;
  private final BodySeal seal;
  private final SpoolRecord call;
  private final Parts parts;
  private final Path path;
  private final SegmentFile file;
  private final UUID stream = UUID.randomUUID();
  private final CRC32C checksum = new CRC32C();
  private final byte[] chunk = new byte[SealedChunks.CHUNK];
  private int chunkBytes;
  private int chunks;
  private long end = RecordHeader.BYTES;
  private long counted;
  private long length;
  private boolean open = true;

  private SpoolStream(
      SpoolDirectory directory,
      Appender appender,
      BodySeal seal,
      SpoolRecord call,
      Parts parts,
      Path path)
      throws IOException {
    this.directory = directory;
    this.appender = appender;
    this.seal = seal;
    this.call = call;
    this.parts = parts;
    this.path = path;
    this.file = directory.createPart(path);
  }

  static SpoolStream begin(
      SpoolDirectory directory, Appender appender, BodySeal seal, SpoolRecord call, Parts parts)
      throws IOException {
    SpoolStream begun =
        new SpoolStream(directory, appender, seal, call, parts, directory.newPart());
    try {
      begun.append(SealedChunks.prefix(begun.stream));
      return begun;
    } catch (IOException | RuntimeException e) {
      begun.close();
      throw e;
    }
  }

  /**
   * Takes the next bytes of the body.
   *
   * @throws SpoolFullException if the spool or the disk is full
   * @throws SpoolFailedException if the disk fails
   */
  public void write(byte[] bytes) {
    length += bytes.length;
    int done = 0;
    while (done < bytes.length) {
      if (chunkBytes == chunk.length) {
        seal(call, false);
      }
      int length = Math.min(bytes.length - done, chunk.length - chunkBytes);
      System.arraycopy(bytes, done, chunk, chunkBytes, length);
      chunkBytes += length;
      done += length;
    }
  }

  /** How many bytes of the body came. */
  public long length() {
    return length;
  }

  /** The body as far as it came, from its beginning; to be read before anything else is written. */
  public InputStream read() {
    return new PartInput(
        file, new PartInput.Sealed(seal, call, stream, chunks), Arrays.copyOf(chunk, chunkBytes));
  }

  /**
   * The body is complete: makes it durable, as one record behind all that was appended.
   *
   * @param stamp its identifier and receive time; those given at the beginning are forgotten
   * @throws SpoolFullException if the spool or the disk is full; the record is dropped
   * @throws SpoolFailedException if the disk fails; the record is dropped
   */
  public void publish(Stamp stamp) {
    try (this) {
      SpoolRecord record =
          call.fold(
              event -> new SpooledEvent(stamp, event.brandId(), event.linkId(), event.body()),
              unresolved -> new UnresolvedCall(stamp, unresolved.tokenHash(), unresolved.body()));
      seal(record, true);
      int length = (int) (end - RecordHeader.BYTES);
      RecordHeader header = RecordHeader.ofChunks(record, length, (int) checksum.getValue());
      file.writeFully(ByteBuffer.wrap(header.encode()), 0);
      file.force();
      appender.publish(path, stamp.at(), end);
    } catch (IOException e) {
      throw Writer.failure(e);
    }
  }

  /** Drops what came, unless it was published. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    parts.leave(counted);
    try {
      file.close();
    } catch (IOException e) {
      LOG.debugf("Closing a part of the spool: %s", e.toString());
    }
    directory.deletePart(path);
  }

  private void seal(SpoolRecord record, boolean last) {
    byte[] sealed =
        seal.seal(Arrays.copyOf(chunk, chunkBytes), Owners.ofChunk(record, stream, chunks, last));
    try {
      append(ByteBuffer.allocate(Integer.BYTES).putInt(sealed.length).array());
      append(sealed);
    } catch (IOException e) {
      throw Writer.failure(e);
    }
    chunks++;
    chunkBytes = 0;
  }

  private void append(byte[] bytes) throws IOException {
    counted += bytes.length;
    parts.grow(bytes.length);
    checksum.update(bytes);
    file.writeFully(ByteBuffer.wrap(bytes), end);
    end += bytes.length;
  }
}
