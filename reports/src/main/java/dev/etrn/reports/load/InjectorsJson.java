package dev.etrn.reports.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.load.coordination.InjectorReport;
import java.util.List;

/** The part {@code injectors} of {@code load.json}. */
final class InjectorsJson {

  private InjectorsJson() {}

  static void write(ArrayNode list, List<InjectorReport> injectors) {
    for (InjectorReport injector : injectors) {
      ObjectNode node = list.addObject();
      node.put("index", injector.shard().index()).put("of", injector.shard().of());
      if (injector instanceof InjectorReport.Ended ended) {
        node.put("lost", false)
            .put("sessions", ended.summary().began())
            .put("lag", ended.lagNanos())
            .put("late", ended.summary().lateNanos());
      } else if (injector instanceof InjectorReport.Lost lost) {
        node.put("lost", true).put("why", lost.why());
      }
    }
  }
}
