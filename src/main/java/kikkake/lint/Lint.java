package kikkake.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kikkake.lint.Finding.Part;
import kikkake.template.MailModel;
import kikkake.template.TemplateSource;
import org.jspecify.annotations.Nullable;

/**
 * Checks a template before it is published: that it compiles, shows only what there is, is safe, is
 * not too large, names the sender, can be read, and comes out whole for every sample. It sends
 * nothing and keeps nothing.
 */
public final class Lint {
  private static final String VERSION = "draft";

  private final MjmlCompiler compiler;
  private final Set<String> hosts;
  private final String pictures;

  /** Without a list of allowed sites: addresses that a marketer wrote out are warnings. */
  public Lint(MjmlCompiler compiler) {
    this(compiler, Set.of());
  }

  /**
   * With a list of allowed sites.
   *
   * @param hosts for example {@code shop.example}, with all sites under it such as {@code
   *     www.shop.example}; other sites are errors
   */
  public Lint(MjmlCompiler compiler, Set<String> hosts) {
    this(compiler, hosts, "");
  }

  private Lint(MjmlCompiler compiler, Set<String> hosts, String pictures) {
    this.compiler = compiler;
    this.hosts = Set.copyOf(hosts);
    this.pictures = pictures;
  }

  /**
   * The same, which also lets the pictures of one place through, whatever site that is, and where
   * it is this machine also without TLS.
   *
   * @param address what stands before their names, for example {@code
   *     http://127.0.0.1:8080/pictures/}
   */
  public Lint withPictures(String address) {
    return new Lint(compiler, hosts, address);
  }

  /**
   * Says everything that is wrong with a template, part by part and line by line.
   *
   * @param samples models of real customers; {@link DifficultSamples} are always tried too
   * @param language of the findings, {@code ja} or {@code en}
   * @throws IllegalArgumentException if the language is neither, or a sample is not as {@link
   *     MailModel} documents it: the template is not at fault
   */
  public List<Finding> check(TemplateSource source, List<Sample> samples, String language) {
    MailModel model = MailModel.of(source.kind());
    List<Sample> all = new ArrayList<>(samples);
    all.addAll(DifficultSamples.of(source.kind(), language));
    for (Sample sample : all) {
      List<String> misfits = model.misfits(sample.model());
      if (!misfits.isEmpty()) {
        throw new IllegalArgumentException("Sample \"" + sample.name() + "\": " + misfits);
      }
    }
    Findings findings = new Findings(new Wording(language));
    if (PlainCheck.fits(source, findings)) {
      check(source, model, all, samples.size() + 1, findings);
    }
    return findings.sorted();
  }

  /**
   * The HTML of a template that need not be good yet, for a preview; empty where it is too large,
   * nests too deep, or does not compile.
   */
  public Optional<String> html(TemplateSource source) {
    Findings findings = new Findings(new Wording(source.language()));
    if (!PlainCheck.fits(source, findings)) {
      return Optional.empty();
    }
    TagCheck.check(Draft.of(source, compiler, findings).markup(), findings);
    return findings.has(Part.MJML, Rule.TAGS_TOO_DEEP)
        ? Optional.empty()
        : Optional.ofNullable(compiled(source, findings));
  }

  private void check(
      TemplateSource source, MailModel model, List<Sample> samples, int usual, Findings findings) {
    Link links = new Link(model, hosts, pictures, findings);
    Draft draft = Draft.of(source, compiler, findings);
    PlainCheck.check(source, links, findings);
    boolean sections = true;
    for (Part part : Part.values()) {
      sections &= MustacheCheck.check(part, draft.text(part), draft.tagsOf(part), findings);
    }
    TagCheck.check(draft.markup(), findings);
    SafetyCheck.check(draft.markup(), links, findings);
    LooksCheck.check(draft.markup(), findings);
    for (Part part : Part.values()) {
      if (!findings.has(part, Rule.NESTED_TOO_DEEP)) {
        VariableCheck.check(part, draft.tagsOf(part), model, findings);
      }
    }
    // MJML and the HTML parser call themselves for every level of tags.
    @Nullable String html =
        findings.has(Part.MJML, Rule.TAGS_TOO_DEEP) ? null : compiled(source, findings);
    if (html == null) {
      return;
    }
    CompiledCheck.check(html, findings);
    Contrast.check(html, draft, findings);
    ClientCheck.check(draft, html, findings);
    boolean bounded =
        Arrays.stream(Part.values())
            .noneMatch(part ->
                findings.has(part, Rule.NESTED_TOO_DEEP)
                    || findings.has(part, Rule.LIST_IN_ITSELF));
    if (sections && bounded) {
      VariableCheck.checkCompiled(MustacheTag.in(html), model, findings);
      RenderCheck.check(source.compiled(VERSION, html), samples, usual, links, findings);
    }
  }

  private @Nullable String compiled(TemplateSource source, Findings findings) {
    try {
      return compiler.compile(source.mjml(), source.language());
    } catch (RuntimeException e) {
      // The library documents none, and throws whatever a value that it does not expect leads to.
      if (!findings.has(Part.MJML, Rule.ROOT_TAG)) {
        findings.add(Part.MJML, 0, Rule.DOES_NOT_COMPILE, String.valueOf(e.getMessage()));
      }
      return null;
    }
  }
}
