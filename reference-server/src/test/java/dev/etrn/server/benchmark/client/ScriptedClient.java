package dev.etrn.server.benchmark.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says one line after each reply, the greeting included, and then tells that it is done.
 *
 * <p>What is done then is up to the owner: begin again from some line, or close.
 */
public final class ScriptedClient extends ChannelInboundHandlerAdapter {

  private final List<byte[]> lines;
  private final Consumer<ScriptedClient> done;
  private final ReplyScanner scanner = new ReplyScanner();
  private volatile @Nullable ChannelHandlerContext context;
  private int next;

  /**
   * @param lines with their line ends
   * @param done is told when the last of them was answered
   */
  public ScriptedClient(List<String> lines, Consumer<ScriptedClient> done) {
    this.lines = lines.stream().map(line -> line.getBytes(StandardCharsets.US_ASCII)).toList();
    this.done = done;
  }

  /** Says the lines from this one on again. */
  public void again(int from) {
    next = from;
    say();
  }

  /** Says a line of no script. */
  public void write(String line) {
    ChannelHandlerContext ctx = context;
    if (ctx != null) {
      var unused = ctx.writeAndFlush(Unpooled.copiedBuffer(line, StandardCharsets.US_ASCII));
    }
  }

  public void close() {
    ChannelHandlerContext ctx = context;
    if (ctx != null) {
      var unused = ctx.close();
    }
  }

  public long refusals() {
    return scanner.refusals();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (context == null) {
      context = ctx;
    }
    if (scanner.replies((ByteBuf) message) > 0) {
      say();
    }
  }

  private void say() {
    ChannelHandlerContext ctx = context;
    if (next == lines.size() || ctx == null) {
      done.accept(this);
    } else {
      byte[] line = lines.get(next++);
      var unused = ctx.writeAndFlush(ctx.alloc().buffer().writeBytes(line), ctx.voidPromise());
    }
  }
}
