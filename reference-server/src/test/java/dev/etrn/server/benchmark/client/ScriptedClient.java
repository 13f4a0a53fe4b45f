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
 * The client that sends one line after each reply, including the greeting, and then calls its
 * owner.
 *
 * <p>The owner then decides: begin again from some line, or close.
 */
public final class ScriptedClient extends ChannelInboundHandlerAdapter {

  private final List<byte[]> lines;
  private final Consumer<ScriptedClient> onDone;
  private final ReplyScanner scanner = new ReplyScanner();
  private volatile @Nullable ChannelHandlerContext context;
  private int next;

  /**
   * @param lines the lines with their line ends
   * @param onDone the action after the reply to the last of them
   */
  public ScriptedClient(List<String> lines, Consumer<ScriptedClient> onDone) {
    this.lines = lines.stream().map(line -> line.getBytes(StandardCharsets.US_ASCII)).toList();
    this.onDone = onDone;
  }

  /** Sends the lines from {@code index} on again. */
  public void again(int index) {
    next = index;
    say();
  }

  /** Sends a line that is not in the script. */
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
      onDone.accept(this);
    } else {
      byte[] line = lines.get(next++);
      var unused = ctx.writeAndFlush(ctx.alloc().buffer().writeBytes(line), ctx.voidPromise());
    }
  }
}
