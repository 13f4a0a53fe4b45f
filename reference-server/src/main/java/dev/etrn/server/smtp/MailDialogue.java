package dev.etrn.server.smtp;

import dev.etrn.server.config.Channel;
import dev.etrn.server.config.ChannelOptions;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.wire.DataFramer;
import dev.etrn.server.wire.Reply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** MAIL, RCPT and DATA of one session: at most one transaction at a time. */
final class MailDialogue {

  /**
   * A message whose final dot was read.
   *
   * @param transaction its envelope
   * @param content after dot-unstuffing; not whole when it is too large
   * @param isTooLarge whether it is to be refused
   */
  record Whole(MailTransaction transaction, byte[] content, boolean isTooLarge) {}

  private final ServerConfig config;
  private @Nullable MailTransaction transaction;
  private @Nullable DataFramer data;
  private int transactions;

  MailDialogue(ServerConfig config) {
    this.config = config;
  }

  /** From the MAIL command to the end of the DATA exchange (ETRN-011, ETRN-012). */
  boolean isOpen() {
    return transaction != null;
  }

  /** Whether the next octets are content. */
  boolean takesContent() {
    return data != null;
  }

  void reset() {
    transaction = null;
  }

  Reply mail(SmtpCommand.Mail mail) {
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

  Reply rcpt(SmtpCommand.Rcpt rcpt) {
    if (transaction == null) {
      return Replies.NO_MAIL;
    }
    // PMDF-016
    int most = options().recipientsPerTransaction().orElse(config.limits().recipients());
    if (transaction.recipients() >= most) {
      return Replies.TOO_MANY_RECIPIENTS;
    }
    Optional<Channel> channel = config.routing().channelFor(rcpt.domain());
    if (channel.isEmpty()) {
      return Replies.NO_RELAY;
    }
    transaction.add(rcpt.recipient(), channel.get().name(), rcpt.domain());
    return Replies.RECIPIENT_OK;
  }

  Reply data() {
    if (transaction == null) {
      return Replies.NO_MAIL;
    }
    if (transaction.recipients() == 0) {
      return Replies.NO_RECIPIENTS;
    }
    // PMDF-017
    if (transaction.recipients() > options().rejectRecipients().orElse(Integer.MAX_VALUE)) {
      transaction = null;
      return Replies.TOO_MANY_FOR_ONE_MESSAGE;
    }
    data = new DataFramer(config.limits().messageOctets());
    return Replies.GO_ON;
  }

  /**
   * Reads content up to its final dot.
   *
   * @return the index of the first octet not read
   */
  int content(byte[] octets, int from, int to) {
    return data == null ? from : data.read(octets, from, to);
  }

  /** The message, once its final dot was read; the transaction is over then. */
  Optional<Whole> whole() {
    DataFramer framer = data;
    MailTransaction ended = transaction;
    if (framer == null || ended == null || !framer.isWhole()) {
      return Optional.empty();
    }
    data = null;
    transaction = null;
    return Optional.of(new Whole(ended, framer.content(), framer.isOverLimit()));
  }

  private ChannelOptions options() {
    return config.incoming().options();
  }
}
