package dev.etrn.server.smtp.dialogue;

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
public final class MailDialogue {

  /** The result of reading content. */
  public sealed interface Received {}

  /**
   * A complete message, to be stored.
   *
   * @param transaction the envelope
   * @param content the content after dot-unstuffing
   */
  public record Whole(MailTransaction transaction, byte[] content) implements Received {}

  /** A chunk that is not the last, or refused content, with its reply. */
  public record Answered(SmtpReply reply) implements Received {}

  /**
   * The current chunk.
   *
   * @param size the number of its octets
   * @param refusal the reply to a chunk that is not allowed now; its octets are still read
   */
  private record Chunk(
      ChunkFramer framer, long size, boolean isLast, Optional<SmtpReply> refusal) {}

  private final ServerConfig config;
  private @Nullable MailTransaction transaction;
  private @Nullable DataFramer data;
  private @Nullable ChunkFramer chunks;
  private @Nullable Chunk chunk;
  private int transactions;

  public MailDialogue(ServerConfig config) {
    this.config = config;
  }

  /** Returns true from the MAIL command to the end of the DATA exchange (ETRN-011, ETRN-012). */
  public boolean isOpen() {
    return transaction != null;
  }

  /** Returns true if the next octets are content. */
  public boolean takesContent() {
    return data != null || chunk != null;
  }

  public void reset() {
    transaction = null;
    chunks = null;
  }

  /**
   * Begins a transaction.
   *
   * @param sender the reverse-path without angle brackets; empty for the null sender
   * @param size the size that SIZE= declares, or 0
   */
  public SmtpReply mail(String sender, long size) {
    // SMTP-030
    if (transaction != null) {
      return Replies.NESTED_MAIL;
    }
    // PMDF-015
    if (transactions >= options().transactionsPerSession().orElse(Integer.MAX_VALUE)) {
      return Replies.TOO_MANY_TRANSACTIONS;
    }
    if (size > config.limits().messageOctets()) {
      return Replies.TOO_LARGE;
    }
    transactions++;
    transaction = new MailTransaction(sender);
    return Replies.SENDER_OK;
  }

  /** Adds a recipient. */
  public SmtpReply rcpt(Mailbox recipient) {
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
    Mailbox qualified = recipient.qualified(config.hostName());
    Optional<Channel> channel = channelFor(qualified);
    if (channel.isEmpty()) {
      return Replies.NO_RELAY;
    }
    transaction.add(qualified.text(), channel.get().name(), qualified.domain());
    return Replies.RECIPIENT_OK;
  }

  /** Returns the channel of the recipient; the own postmaster needs no rule. */
  private Optional<Channel> channelFor(Mailbox recipient) {
    Optional<Channel> routed = config.routing().channelFor(recipient.domain());
    return routed.isEmpty() && recipient.isPostmasterOf(config.hostName())
        ? config.channel(Channel.LOCAL)
        : routed;
  }

  public SmtpReply data() {
    // RFC 3030 section 2: DATA and BDAT are not mixed.
    Optional<SmtpReply> refusal = chunks != null ? Optional.of(Replies.CHUNKS_BEGUN) : refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    data = new DataFramer(config.limits().messageOctets());
    return Replies.GO_ON;
  }

  /** Begins a chunk; {@link #received} returns its reply after its octets are read. */
  public void bdat(long size, boolean isLast) {
    Optional<SmtpReply> refusal = refusal();
    ChunkFramer framer = chunks;
    if (refusal.isPresent()) {
      // RFC 3030 section 2: a refused chunk is read and discarded.
      framer = new ChunkFramer(0);
    } else if (framer == null) {
      framer = new ChunkFramer(config.limits().messageOctets());
      chunks = framer;
    }
    framer.begin(size);
    chunk = new Chunk(framer, size, isLast, refusal);
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
  public int content(byte[] octets, int start, int end) {
    if (chunk != null) {
      return chunk.framer().read(octets, start, end);
    }
    return data == null ? start : data.read(octets, start, end);
  }

  /** Returns the result after the final dot or the whole chunk was read. */
  public Optional<Received> received() {
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
    if (framer.hasBareLineEnd(ended.isLast())) {
      return refused(Replies.BARE_LINE_END);
    }
    return ended.isLast() ? whole(framer.content()) : new Answered(Replies.chunk(ended.size()));
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
