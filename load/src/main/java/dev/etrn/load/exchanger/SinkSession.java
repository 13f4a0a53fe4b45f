package dev.etrn.load.exchanger;

import dev.etrn.load.measure.EpochClock;
import dev.etrn.suites.transcript.MailContent;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** A session of the mail exchanger; its input is lines without their line ends. */
final class SinkSession extends SimpleChannelInboundHandler<ByteBuf> {

  private static final String TOKEN = MailContent.TOKEN_FIELD.toLowerCase(Locale.ROOT) + ":";

  private final EpochClock clock;
  private final long openedNanos;
  private final Consumer<Arrival> arrivals;
  private String node = "";
  private String token = "";
  private boolean inContent;
  private boolean inFields;

  /** Creates the session of a connection that has just been accepted. */
  SinkSession(EpochClock clock, Consumer<Arrival> arrivals) {
    this.clock = clock;
    this.openedNanos = clock.nanos();
    this.arrivals = arrivals;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    reply(context, "220 sink.example ESMTP");
    context.flush();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf line) {
    if (inContent) {
      content(context, line);
    } else {
      command(context, line.toString(StandardCharsets.ISO_8859_1));
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // The target has to send again what was not taken; the delivery counts show it.
    ChannelFuture unused = context.close();
  }

  private void command(ChannelHandlerContext context, String line) {
    String verb = line.length() < 4 ? "" : line.substring(0, 4).toUpperCase(Locale.ROOT);
    switch (verb) {
      case "EHLO" -> reply(context, "250-sink.example\r\n250 PIPELINING");
      case "RCPT" -> {
        node = domain(line);
        reply(context, "250 2.1.5 ok");
      }
      case "DATA" -> {
        inContent = true;
        inFields = true;
        token = "";
        reply(context, "354 go on");
      }
      case "QUIT" -> {
        reply(context, "221 2.0.0 bye");
        context.flush();
        ChannelFuture unused = context.close();
      }
      case "HELO", "MAIL", "RSET", "NOOP" -> reply(context, "250 2.0.0 ok");
      default -> reply(context, "502 5.5.1 not here");
    }
  }

  private void content(ChannelHandlerContext context, ByteBuf line) {
    if (line.readableBytes() == 1 && line.getByte(line.readerIndex()) == '.') {
      inContent = false;
      arrivals.accept(new Arrival(node, token, openedNanos, clock.nanos()));
      reply(context, "250 2.0.0 taken");
    } else if (inFields) {
      field(line.toString(StandardCharsets.ISO_8859_1));
    }
  }

  private void field(String line) {
    if (line.isEmpty()) {
      inFields = false;
    } else if (line.toLowerCase(Locale.ROOT).startsWith(TOKEN)) {
      token = line.substring(TOKEN.length()).strip();
    }
  }

  private static String domain(String rcpt) {
    int atSign = rcpt.lastIndexOf('@');
    int end = rcpt.indexOf('>', Math.max(atSign, 0));
    return atSign < 0 || end < atSign
        ? ""
        : rcpt.substring(atSign + 1, end).toLowerCase(Locale.ROOT);
  }

  private static void reply(ChannelHandlerContext context, String text) {
    ChannelFuture unused =
        context.write(Unpooled.copiedBuffer(text + "\r\n", StandardCharsets.US_ASCII));
  }
}
