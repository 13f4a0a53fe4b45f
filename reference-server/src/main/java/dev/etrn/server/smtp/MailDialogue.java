package dev.etrn.server.smtp;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.wire.ChunkFramer;
import dev.etrn.server.wire.DataFramer;
import dev.etrn.server.wire.SmtpReply;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mail commands of one session, MAIL, RCPT, DATA and BDAT: at most one transaction at a time.
 */
final class MailDialogue {

  /** The result of reading content. */
  sealed interface Received {}

  /**
   * A complete message, to be stored.
   *
   * @param transaction the envelope
   * @param content the content after dot-unstuffing
   */
  record Whole(MailTransaction transaction, byte[] content) implements Received {}

  /** A chunk that is not the last, or refused content, with its reply. */
  record Answered(SmtpReply reply) implements Received {}

  /**
   * The current chunk.
   *
   * @param refusal the reply to a chunk that is not allowed now; its octets are still read
   */
  private record Chunk(ChunkFramer framer, SmtpCommand.Bdat command, Optional<SmtpReply> refusal) {}

  private final ServerConfig config;
  private @Nullable MailTransaction transaction;
  private @Nullable DataFramer data;
  private @Nullable ChunkFramer chunks;
  private @Nullable Chunk chunk;
  private int transactions;

  MailDialogue(ServerConfig config) {
    this.config = config;
  }

  /** Returns true from the MAIL command to the end of the DATA exchange (ETRN-011, ETRN-012). */
  boolean isOpen() {
    return transaction != null;
  }

  /** Returns true if the next octets are content. */
  boolean takesContent() {
    return data != null || chunk != null;
  }

  void reset() {
    transaction = null;
    chunks = null;
  }

  SmtpReply mail(SmtpCommand.Mail mail) {
    // SMTP-030
    if (transaction != null) {
      return Replies.NESTED_MAIL;
    }
    // PMDF-015
    if (transactions >= options().transactionsPerSession().orElse(Integer.MAX_VALUE)) {
      return Replies.TOO_MANY_TRANSACTIONS;
    }
    if (mail.size() > config.limits().messageOctets()) {
      return Replies.TOO_LARGE;
    }
    transactions++;
    transaction = new MailTransaction(mail.sender());
    return Replies.SENDER_OK;
  }

  SmtpReply rcpt(SmtpCommand.Rcpt rcpt) {
    // SMTP-030
    if (transaction == null) {
      return Replies.NO_MAIL;
    }
    if (chunks != null) {
      return Replies.CHUNKS_BEGUN;
    }
    // PMDF-016
    int limit = options().recipientsPerTransaction().orElse(config.limits().recipients());
    if (transaction.recipients() >= limit) {
      return Replies.TOO_MANY_RECIPIENTS;
    }
    Optional<Channel> channel = config.routing().channelFor(rcpt.domain());
    if (channel.isEmpty()) {
      return Replies.NO_RELAY;
    }
    transaction.add(rcpt.recipient(), channel.get().name(), rcpt.domain());
    return Replies.RECIPIENT_OK;
  }

  SmtpReply data() {
    // RFC 3030 section 2: DATA and BDAT are not mixed.
    Optional<SmtpReply> refusal = chunks != null ? Optional.of(Replies.CHUNKS_BEGUN) : refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    data = new DataFramer(config.limits().messageOctets());
    return Replies.GO_ON;
  }

  /** Begins a chunk; {@link #received} returns its reply after its octets are read. */
  void bdat(SmtpCommand.Bdat bdat) {
    Optional<SmtpReply> refusal = refusal();
    ChunkFramer framer = chunks;
    if (refusal.isPresent()) {
      // RFC 3030 section 2: a refused chunk is read and discarded.
      framer = new ChunkFramer(0);
    } else if (framer == null) {
      framer = new ChunkFramer(config.limits().messageOctets());
      chunks = framer;
    }
    framer.begin(bdat.size());
    chunk = new Chunk(framer, bdat, refusal);
  }

  /** Returns the reply if content is not allowed now. */
  private Optional<SmtpReply> refusal() {
    // SMTP-030
    if (transaction == null) {
      return Optional.of(Replies.NO_MAIL);
    }
    if (transaction.recipients() == 0) {
      return Optional.of(Replies.NO_RECIPIENTS);
    }
    // PMDF-017
    if (transaction.recipients() > options().rejectRecipients().orElse(Integer.MAX_VALUE)) {
      reset();
      return Optional.of(Replies.TOO_MANY_FOR_ONE_MESSAGE);
    }
    return Optional.empty();
  }

  /**
   * Reads content up to its final dot, or to the end of its chunk.
   *
   * @return the index of the first octet not read
   */
  int content(byte[] octets, int start, int end) {
    if (chunk != null) {
      return chunk.framer().read(octets, start, end);
    }
    return data == null ? start : data.read(octets, start, end);
  }

  /** Returns the result after the final dot or the whole chunk was read. */
  Optional<Received> received() {
    Chunk ended = chunk;
    if (ended != null && ended.framer().isChunkWhole()) {
      chunk = null;
      return Optional.of(received(ended));
    }
    DataFramer framer = data;
    if (framer == null || !framer.isWhole()) {
      return Optional.empty();
    }
    data = null;
    return Optional.of(received(framer));
  }

  private Received received(DataFramer framer) {
    if (framer.isOverLimit()) {
      return refused(Replies.TOO_LARGE);
    }
    // SEC-017: another server could read a bare line end as the end of the message.
    return framer.hasBareLineEnd() ? refused(Replies.BARE_LINE_END) : whole(framer.content());
  }

  private Received received(Chunk ended) {
    ChunkFramer framer = ended.framer();
    if (ended.refusal().isPresent()) {
      return new Answered(ended.refusal().get());
    }
    if (framer.isOverLimit()) {
      return refused(Replies.TOO_LARGE);
    }
    // SEC-017
    if (framer.hasBareLineEnd(ended.command().isLast())) {
      return refused(Replies.BARE_LINE_END);
    }
    return ended.command().isLast()
        ? whole(framer.content())
        : new Answered(Replies.chunk(ended.command().size()));
  }

  /**
   * Refuses content and ends the transaction; the rest of it is answered 503 (RFC 3030 section 2).
   */
  private Received refused(SmtpReply reply) {
    reset();
    return new Answered(reply);
  }

  private Received whole(byte[] content) {
    MailTransaction ended = Objects.requireNonNull(transaction);
    reset();
    return new Whole(ended, content);
  }

  private ChannelOptions options() {
    return config.incoming().options();
  }
}
