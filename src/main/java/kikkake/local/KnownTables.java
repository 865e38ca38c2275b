package kikkake.local;

import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBAccess;
import com.amazonaws.services.dynamodbv2.local.shared.access.TableInfo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what DynamoDB Local's tables look like. DynamoDB Local itself asks its database before
 * every request, which takes as long as the request.
 */
final class KnownTables {
  private final LocalDBAccess database;
  private final Map<String, TableInfo> known = new ConcurrentHashMap<>();

  private KnownTables(LocalDBAccess database) {
    this.database = database;
  }

  static LocalDBAccess around(LocalDBAccess database) {
    KnownTables tables = new KnownTables(database);
    return (LocalDBAccess)
        Proxy.newProxyInstance(
            LocalDBAccess.class.getClassLoader(),
            new Class<?>[] {LocalDBAccess.class},
            (proxy, method, arguments) -> tables.call(method, arguments));
  }

  private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
    String name = method.getName();
    if (name.equals("getTableInfo")) {
      TableInfo table = known.get((String) arguments[0]);
      if (table != null) {
        return table;
      }
    } else if (name.equals("createTable")
        || name.equals("updateTable")
        || name.equals("deleteTable")
        || name.equals("createGSIColumns")
        || name.equals("deleteGSI")) {
      known.clear();
    }
    try {
      Object answer = method.invoke(database, arguments);
      if (answer instanceof TableInfo table) {
        known.put((String) arguments[0], table);
      }
      return answer;
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
