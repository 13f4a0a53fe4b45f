package dev.etrn.reports.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.load.coordination.InjectorReport;
import java.util.List;

/** Writes what became of each injector. */
final class InjectorsJson {

  private InjectorsJson() {}

  static void write(ArrayNode to, List<InjectorReport> injectors) {
    for (InjectorReport one : injectors) {
      ObjectNode node = to.addObject();
      node.put("index", one.shard().index()).put("of", one.shard().of());
      if (one instanceof InjectorReport.Ended ended) {
        node.put("lost", false)
            .put("sessions", ended.summary().began())
            .put("lag", ended.lagNanos())
            .put("late", ended.summary().lateNanos());
      } else if (one instanceof InjectorReport.Lost lost) {
        node.put("lost", true).put("why", lost.why());
      }
    }
  }
}
