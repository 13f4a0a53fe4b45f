package dev.etrn.reports.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A page that is open in a profile of its own, with its console and its requests. */
public final class OpenPage implements AutoCloseable {

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  private OpenPage(BrowserContext context) {
    this.context = context;
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onRequest(request -> requests.add(request.url()));
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
  }

  public static OpenPage of(Browser browser, View view, Path file) {
    return of(browser, view, file, "");
  }

  /**
   * Opens a page.
   *
   * @param fragment the fragment of the address without its sign, or empty
   */
  public static OpenPage of(Browser browser, View view, Path file, String fragment) {
    var open = new OpenPage(browser.newContext(view.options()));
    open.page.navigate(file.toUri() + (fragment.isEmpty() ? "" : "#" + fragment));
    return open;
  }

  public Page page() {
    return page;
  }

  /** Returns the lines of the console, uncaught errors, and dialogs. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Returns the requested addresses, including that of the page. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public Locator drawer() {
    return page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG);
  }

  /** Returns the ids of the visible rows of cases. */
  public List<String> shownRows() {
    return texts(
        "() => [...document.querySelectorAll('table.cells tr[data-area]')]"
            + ".filter(row => row.checkVisibility()).map(row => row.id)");
  }

  /** Returns the text of the live region that counts the visible rows. */
  public String count() {
    return page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS).innerText();
  }

  /**
   * Returns the element with the focus: its address within the page when it is a link, else its id
   * or its text.
   */
  public String focus() {
    return Objects.toString(
        page.evaluate(
            "() => { const one = document.activeElement;"
                + " return one.getAttribute('href') || one.id || one.textContent.trim(); }"));
  }

  public int number(String script) {
    return ((Number) page.evaluate(script)).intValue();
  }

  public List<String> texts(String script) {
    return ((List<?>) page.evaluate(script)).stream().map(Objects::toString).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
