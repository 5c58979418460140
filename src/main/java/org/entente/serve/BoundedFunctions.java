package org.entente.serve;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionRegistry;

/**
 * Puts functions with an end in the place of those that have none.
 *
 * <p>ARQ looks at the clock between rows, not inside a function: one {@code REGEX} that backtracks
 * for hours, one {@code CONCAT} that doubles thirty times, or a product of numbers with a billion
 * digits would hold a thread or all memory whatever the time limit says. Here each gives an
 * evaluation error beyond {@value #MOST_CHARS} characters, {@value #MOST_BITS} bits or {@value
 * #MOST_STEPS} looks at a character. The change is made before ARQ's own optimizer, so it holds for
 * queries, for the patterns of updates, and for constants.
 */
final class BoundedFunctions extends ExprTransformCopy {

  static final int MOST_CHARS = 1_000_000;
  static final int MOST_BITS = 20_000;
  static final int MOST_STEPS = 20_000_000;

  private final FunctionRegistry functions;

  private BoundedFunctions(FunctionRegistry functions) {
    this.functions = functions;
  }

  /** ARQ's standard optimizer, with this before it. */
  static RewriteFactory optimizer(FunctionRegistry functions) {
    return context -> {
      var standard = Optimize.stdOptimizationFactory.create(context);
      return op -> standard.rewrite(bounded(op, functions));
    };
  }

  private static Op bounded(Op op, FunctionRegistry functions) {
    return Transformer.transform(new TransformCopy(), new BoundedFunctions(functions), op);
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList args) {
    if (function instanceof E_Regex) {
      return new Regex(args);
    }
    if (function instanceof E_StrReplace) {
      return new Replace(args);
    }
    if (function instanceof E_StrConcat) {
      return new Concat(args);
    }
    if (function instanceof E_Function named && !functions.isRegistered(named.getFunctionIRI())) {
      throw new QueryParseException(
          "function <" + named.getFunctionIRI() + "> is not available here", -1, -1);
    }
    return super.transform(function, args);
  }

  @Override
  public Expr transform(ExprFunction1 function, Expr arg) {
    return function instanceof E_StrEncodeForURI ? new Encode(arg) : super.transform(function, arg);
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr left, Expr right) {
    return function instanceof E_Multiply
        ? new Multiply(left, right)
        : super.transform(function, left, right);
  }

  private static ExprEvalException tooLong(String what) {
    return new ExprEvalException(what + ": result or work beyond the limit of this server");
  }

  /** Matching that stops, on whatever pattern. */
  private static final class Regex extends ExprFunctionN {
    Regex(ExprList args) {
      super("regex", args);
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      String text = string("regex", args.get(0));
      Pattern pattern = pattern("regex", args.get(1), args.size() > 2 ? args.get(2) : null);
      try {
        return NodeValue.makeBoolean(pattern.matcher(new CountedText(text)).find());
      } catch (StackOverflowError e) { // Java's matcher recurses once a repetition
        throw tooLong("regex");
      }
    }

    @Override
    public Expr copy(ExprList args) {
      return new Regex(args);
    }
  }

  private static final class Replace extends ExprFunctionN {
    Replace(ExprList args) {
      super("replace", args);
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      Node node = NodeValueOps.checkAndGetStringLiteral("replace", args.get(0));
      String text = node.getLiteralLexicalForm();
      Pattern pattern = pattern("replace", args.get(1), args.size() > 3 ? args.get(3) : null);
      String replacement = string("replace", args.get(2));
      StringBuilder out = new StringBuilder();
      try {
        Matcher matcher = pattern.matcher(new CountedText(text));
        while (matcher.find()) {
          matcher.appendReplacement(out, replacement);
          if (out.length() > MOST_CHARS) {
            throw tooLong("replace");
          }
        }
        matcher.appendTail(out);
      } catch (StackOverflowError e) {
        throw tooLong("replace");
      } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
        throw new ExprEvalException("replace: no such group in " + replacement);
      }
      String language = node.getLiteralLanguage();
      return NodeValue.makeNode(
          language.isEmpty()
              ? NodeFactory.createLiteralString(out.toString())
              : NodeFactory.createLiteralLang(out.toString(), language));
    }

    @Override
    public Expr copy(ExprList args) {
      return new Replace(args);
    }
  }

  private static final class Concat extends E_StrConcat {
    Concat(ExprList args) {
      super(args);
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      long length = 0;
      for (NodeValue arg : args) {
        length += arg.asString().length();
      }
      if (length > MOST_CHARS) {
        throw tooLong("concat");
      }
      return super.eval(args);
    }

    @Override
    public Expr copy(ExprList args) {
      return new Concat(args);
    }
  }

  private static final class Encode extends E_StrEncodeForURI {
    Encode(Expr arg) {
      super(arg);
    }

    @Override
    public NodeValue eval(NodeValue value) {
      if (value.asString().length() > MOST_CHARS / 9) {
        throw tooLong("encode_for_uri");
      }
      return super.eval(value);
    }

    @Override
    public Expr copy(Expr arg) {
      return new Encode(arg);
    }
  }

  private static final class Multiply extends E_Multiply {
    Multiply(Expr left, Expr right) {
      super(left, right);
    }

    @Override
    public NodeValue eval(NodeValue x, NodeValue y) {
      if (bits(x) + bits(y) > MOST_BITS) {
        throw tooLong("*");
      }
      return super.eval(x, y);
    }

    @Override
    public Expr copy(Expr left, Expr right) {
      return new Multiply(left, right);
    }
  }

  /** How long a whole or decimal number is; 0 for others. */
  static long bits(NodeValue value) {
    if (value.isInteger()) {
      return value.getInteger().bitLength();
    }
    return value.isDecimal() ? value.getDecimal().unscaledValue().bitLength() : 0;
  }

  private static String string(String function, NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
  }

  @SuppressWarnings("NullAway") // "no flags" is null there
  private static Pattern pattern(
      String function, NodeValue pattern, @org.jspecify.annotations.Nullable NodeValue flags) {
    try {
      return RegexEngine.makePattern(
          function, string(function, pattern), flags == null ? null : string(function, flags));
    } catch (StackOverflowError e) {
      throw tooLong(function);
    }
  }

  /** A text that counts how often the matcher looks at it, and stops it in the end. */
  private static final class CountedText implements CharSequence {
    private final String text;
    private int looks;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_STEPS) {
        throw tooLong("regex");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
